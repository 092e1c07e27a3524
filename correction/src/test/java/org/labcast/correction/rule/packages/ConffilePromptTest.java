package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ConffilePromptTest extends RuleTest {
    private static final String ASKED =
            "*** lab.conf (Y/I/N/O/D/Z) [default=N] ? dpkg: error processing package lab (--configure):\n"
                    + " end of file on stdin at conffile prompt\n";

    ConffilePromptTest() {
        super(new ConffilePrompt());
    }

    @Test
    void keepingTheOldOneIsShown() {
        riskily(
                "sudo apt-get install -y lab",
                100,
                ASKED,
                "sudo apt-get -o Dpkg::Options::=--force-confold install -y lab");
        riskily("dpkg --configure -a", 1, ASKED, "dpkg --force-confold --configure -a");
    }

    @Test
    void othersMayQuoteIt() {
        notAtAll("cat log", 1, ASKED);
    }
}
