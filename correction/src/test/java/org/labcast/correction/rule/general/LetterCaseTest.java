package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class LetterCaseTest extends RuleTest {
    LetterCaseTest() {
        super(new LetterCase());
    }

    @Test
    void otherCase() {
        safely("mkdir -P /tmp/a/b", 1, "mkdir: invalid option -- 'P'\n", "mkdir -p /tmp/a/b");
        safely(
                "sudo apt-get install -Y tree",
                100,
                "E: Command line option 'Y' [from -Y] is not understood in combination with the other options.\n",
                "sudo apt-get install -y tree");
        safely(
                "scp -R a lab-02:/tmp",
                1,
                "scp: unknown option -- R\nusage: scp [-346ABCOpqRrsTv] [-c cipher]\n",
                "scp -r a lab-02:/tmp");
        machine.answer("df --help", "  -h, --human-readable  print sizes in powers of 1024\n");
        safely("df -H /home", 1, "df: invalid option -- 'H'\n", "df -h /home");
    }

    @Test
    void allBelowADirectoryIsForAPerson() {
        riskily("chown -r ann docs", 1, "chown: invalid option -- 'r'\n", "chown -R ann docs");
    }

    @Test
    void neitherCaseIsKnown() {
        notAtAll("mkdir -X a", 1, "mkdir: invalid option -- 'X'\n");
    }
}
