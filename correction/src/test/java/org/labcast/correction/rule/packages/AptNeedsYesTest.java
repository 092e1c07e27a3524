package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class AptNeedsYesTest extends RuleTest {
    AptNeedsYesTest() {
        super(new AptNeedsYes());
    }

    @Test
    void yesIsGiven() {
        safely(
                "sudo apt-get install tree",
                1,
                "Do you want to continue? [Y/n] Abort.\n",
                "sudo apt-get install -y tree");
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily("apt-get remove tree", 1, "Do you want to continue? [Y/n] Abort.\n", "apt-get remove -y tree");
        riskily(
                "apt-get install a",
                1,
                "The following packages will be REMOVED:\n  b\nDo you want to continue? [Y/n] Abort.\n",
                "apt-get install -y a");
    }
}
