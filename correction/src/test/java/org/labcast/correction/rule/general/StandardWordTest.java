package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class StandardWordTest extends RuleTest {
    StandardWordTest() {
        super(new StandardWord());
    }

    @Test
    void optionThatTheToolDoesNotKnow() {
        safely(
                "stat --foramt=%s /etc/hosts",
                1,
                "stat: unrecognized option '--foramt=%s'\nTry 'stat --help' for more information.\n",
                "stat --format=%s /etc/hosts");
        safely(
                "zgrep --invert-mach x a.gz",
                2,
                "grep: unrecognized option '--invert-mach'\n",
                "zgrep --invert-match x a.gz");
        safely(
                "openssl x509 -in a.pem -noout -dtaes",
                1,
                "x509: Unrecognized flag dtaes\n",
                "openssl x509 -in a.pem -noout -dates");
    }

    @Test
    void valueWithPatternStays() {
        safely(
                "grep -r --inlcude=*.conf x /etc",
                2,
                "grep: unrecognized option '--inlcude=*.conf'\n",
                "grep -r --include=*.conf x /etc");
    }

    @Test
    void verbBehindItsOwnVerbs() {
        safely("resolvectl stauts", 1, "Unknown command verb stauts.\n", "resolvectl status");
        safely(
                "nmcli device shwo eth0",
                2,
                "Error: argument 'shwo' not understood. Try 'nmcli device --help' instead.\n",
                "nmcli device show eth0");
    }

    @Test
    void letterOfTheOtherCase() {
        safely("crontab -L", 1, "crontab: invalid option -- 'L'\n", "crontab -l");
    }

    @Test
    void wordsThatTheToolDoesNotSpeakOf() {
        notAtAll("systemctl restart staus", 5, "Failed to restart nginx.service: Unit not found.\n");
        notAtAll("stat --foramt=%s x", 1, "stat: cannot statx 'x': No such file or directory\n");
        notAtAll("mytool --foramt x", 1, "mytool: unrecognized option '--foramt'\n");
    }

    @Test
    void wordsNearToNone() {
        notAtAll("resolvectl frobnicate", 1, "Unknown command verb frobnicate.\n");
        notAtAll("crontab -q", 1, "crontab: invalid option -- 'q'\n");
    }
}
