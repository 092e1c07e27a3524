package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class VirtualPackageTest extends RuleTest {
    VirtualPackageTest() {
        super(new VirtualPackage());
    }

    @Test
    void aptNamesTheOnlyOne() {
        safely("sudo apt-get install -y exfat-utils", 100, """
                Package exfat-utils is not available, but is referred to by another package.
                This may mean that the package is missing, has been obsoleted, or
                is only available from another source
                However the following packages replace it:
                  exfatprogs

                E: Package 'exfat-utils' has no installation candidate
                """, "sudo apt-get install -y exfatprogs");
    }

    @Test
    void severalAreOnlyShown() {
        String said = """
                Package awk is a virtual package provided by:
                  original-awk 1:20220912-2
                  mawk 1.3.4.20200120-3.1 (= 1.3)
                You should explicitly select one to install.

                E: Package 'awk' has no installation candidate
                """;
        riskily("apt-get install -y awk", 100, said, "apt-get install -y original-awk", "apt-get install -y mawk");
        notAtAll("cat log awk", 1, said);
    }
}
