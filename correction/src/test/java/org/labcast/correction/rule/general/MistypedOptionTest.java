package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedOptionTest extends RuleTest {
    MistypedOptionTest() {
        super(new MistypedOption());
    }

    @Test
    void nearestOption() {
        safely(
                "find /etc/nginx -maxdepht 1 -name '*.conf'",
                1,
                "find: unknown predicate `-maxdepht'\n",
                "find /etc/nginx -maxdepth 1 -name '*.conf'");
    }

    @Test
    void neverTowardsDeletion() {
        notAtAll("find . -delet", 1, "find: unknown predicate `-delet'\n");
        riskily("find . -exce cat {} +", 1, "find: unknown predicate `-exce'\n", "find . -exec cat {} +");
    }

    @Test
    void everyToolHasItsWords() {
        machine.answer("curl --help", " -f, --fail  Fail\n --silent\n").answer("rsync --help", "--archive, -a\n");
        safely("curl --fial x", 2, "curl: option --fial: is unknown\n", "curl --fail x");
        safely("rsync --archvie a b", 1, "rsync: --archvie: unknown option\n", "rsync --archive a b");
    }

    @Test
    void twoDashes() {
        machine.answer("wget --help", "       --spider   don't download anything\n");
        safely("wget -spider x", 2, "wget: invalid option -- 's'\n", "wget --spider x");
        notAtAll("wget -s x", 2, "wget: invalid option -- 's'\n");
        notAtAll("wget -spiders x", 2, "wget: invalid option -- 's'\n");
    }

    @Test
    void optionsKnownByHeart() {
        safely(
                "apt list --instaled",
                100,
                "E: Command line option --instaled is not understood in combination with the other options\n",
                "apt list --installed");
        safely("ps --froest", 1, "error: unknown gnu long option\n", "ps --forest");
        safely("dpkg --lst", 2, "dpkg: error: unknown option --lst\n", "dpkg --list");
    }

    @Test
    void dashesLeftOut() {
        safely(
                "sudo adduser --disabled-pasword tim",
                1,
                "Unknown option: disabled-pasword\nadduser [--disabled-password] [--disabled-login] USER\n",
                "sudo adduser --disabled-password tim");
    }

    @Test
    void saidByPip() {
        machine.answer("pip3 --help", "  -V, --version  Show version and exit.\n");
        safely("pip3 --verison", 2, "no such option: --verison\n", "pip3 --version");
    }

    @Test
    void anOptionWithItsValue() {
        safely(
                "rsync -a --exlcude='*.log' /a/ /b/",
                1,
                "rsync: --exlcude=*.log: unknown option\n",
                "rsync -a --exclude='*.log' /a/ /b/");
        safely(
                "du --max-depht=1 /srv",
                1,
                "du: unrecognized option '--max-depht=1'\nTry 'du --help' for more information. --max-depth\n",
                "du --max-depth=1 /srv");
    }
}
