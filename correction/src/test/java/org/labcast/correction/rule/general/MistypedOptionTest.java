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
}
