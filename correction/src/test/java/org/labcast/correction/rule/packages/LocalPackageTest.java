package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class LocalPackageTest extends RuleTest {
    private static final String UNCONFIGURED = """
            dpkg: dependency problems prevent configuration of lab:
             lab depends on tree; however:
              Package tree is not installed.

            dpkg: error processing package lab (--install):
             dependency problems - leaving unconfigured
            """;

    LocalPackageTest() {
        super(new LocalPackage());
    }

    @Test
    void fileNeedsItsDirectory() {
        machine.file("lab_1.0_all.deb");
        String said =
                "E: Unable to locate package lab_1.0_all.deb\nE: Couldn't find any package by glob 'lab_1.0_all.deb'\n";
        safely("sudo apt-get install -y lab_1.0_all.deb", 100, said, "sudo apt-get install -y ./lab_1.0_all.deb");
        notAtAll("apt-get install -y lab_2.0_all.deb", 100, "E: Unable to locate package lab_2.0_all.deb\n");
    }

    @Test
    void aptFetchesWhatDpkgMisses() {
        safely(
                "sudo dpkg -i /tmp/lab.deb \"other one.deb\"",
                1,
                UNCONFIGURED,
                "sudo apt-get install -y /tmp/lab.deb ./\"other one.deb\"");
        notAtAll("dpkg -i --force-depends lab.deb", 1, UNCONFIGURED);
        notAtAll("dpkg --configure -a", 1, UNCONFIGURED);
    }
}
