package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class InterruptedDpkgTest extends RuleTest {
    private static final String SAID =
            "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem. \n";

    InterruptedDpkgTest() {
        super(new InterruptedDpkg());
    }

    @Test
    void itsWorkIsFinishedFirst() {
        safely("sudo apt-get install -y tree", 100, SAID, "sudo dpkg --configure -a && sudo apt-get install -y tree");
        safely(
                "cd /tmp && apt-get install -y tree | cat",
                100,
                SAID,
                "cd /tmp && dpkg --configure -a && apt-get install -y tree | cat");
        safely(
                "apt install -y tree",
                100,
                "E: dpkg was interrupted, you must manually run 'sudo dpkg --configure -a' to correct the problem.\n",
                "dpkg --configure -a && apt install -y tree");
    }

    @Test
    void removalBehindItIsLeftToAPerson() {
        riskily("apt-get purge -y tree", 100, SAID, "dpkg --configure -a && apt-get purge -y tree");
    }

    @Test
    void othersMayQuoteIt() {
        notAtAll("cat log", 1, SAID);
    }
}
