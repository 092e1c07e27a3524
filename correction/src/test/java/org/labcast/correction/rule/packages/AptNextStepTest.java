package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class AptNextStepTest extends RuleTest {
    AptNextStepTest() {
        super(new AptNextStep());
    }

    @Test
    void nextStepIsShown() {
        riskily(
                "sudo apt update",
                1,
                "4 packages can be upgraded. Run 'apt list --upgradable' to see them.\n",
                "sudo apt list --upgradable");
        riskily(
                "apt list --upgradable",
                0,
                "Listing... Done\ncurl/stable-security 7.88.1-10+deb12u12 amd64 [upgradable from: 7.88.1-10+deb12u8]\n",
                "apt upgrade");
    }

    @Test
    void nothingToDo() {
        notAtAll("apt update", 1, "All packages are up to date.\n");
        notAtAll("apt list --upgradable", 0, "Listing... Done\n");
    }
}
