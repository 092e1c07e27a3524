package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class MistypedPackageTest extends RuleTest {
    MistypedPackageTest() {
        super(new MistypedPackage());
    }

    @Test
    void nearestPackage() {
        machine.names(NameKind.PACKAGES, "htop", "tree", "btop");
        safely(
                "sudo apt-get -y install htpo",
                100,
                "E: Unable to locate package htpo\n",
                "sudo apt-get -y install htop");
    }

    @Test
    void severalAreOnlyShown() {
        machine.names(NameKind.PACKAGES, "htop", "atop");
        riskily(
                "apt-get install -y xtop",
                100,
                "E: Unable to locate package xtop\n",
                "apt-get install -y atop",
                "apt-get install -y htop");
    }
}
