package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class ForeignPackageNameTest extends RuleTest {
    ForeignPackageNameTest() {
        super(new ForeignPackageName());
    }

    @Test
    void namesOfOtherDistributions() {
        safely(
                "sudo apt-get install -y httpd vim-enhanced",
                100,
                "E: Unable to locate package httpd\nE: Unable to locate package vim-enhanced\n",
                "sudo apt-get install -y apache2 vim");
        safely(
                "dnf -y install build-essential",
                1,
                "No match for argument: build-essential\nError: Unable to find a match: build-essential\n",
                "dnf -y install gcc gcc-c++ make");
        safely(
                "zypper -n in dnsutils",
                104,
                "'dnsutils' not found in package names. Trying capabilities.\nNo provider of 'dnsutils' found.\n",
                "zypper -n in bind-utils");
        safely(
                "apk add openjdk-17-jdk",
                1,
                "ERROR: unable to select packages:\n  openjdk-17-jdk (no such package):\n    required by: world[openjdk-17-jdk]\n",
                "apk add openjdk17");
        safely(
                "pacman -S --noconfirm python3-pip",
                1,
                "error: target not found: python3-pip\n",
                "pacman -S --noconfirm python-pip");
    }

    @Test
    void virtualPackagesWithoutOneThatProvidesThem() {
        safely(
                "apt-get install -y mysql-server",
                100,
                "E: Package 'mysql-server' has no installation candidate\n",
                "apt-get install -y default-mysql-server");
    }

    @Test
    void habitsAreBelievedWhereThePackageIsThere() {
        machine.names(NameKind.PACKAGES, "libxslt1-dev", "libpng-dev", "python3-yaml");
        safely(
                "apt-get install libpng-devel",
                100,
                "E: Unable to locate package libpng-devel\n",
                "apt-get install libpng-dev");
        notAtAll("apt-get install httpd", 100, "E: Unable to locate package httpd\n");
    }

    @Test
    void severalMeaningsAreOnlyShown() {
        riskily(
                "apt-get install -y nfs-utils httpd",
                100,
                "E: Unable to locate package nfs-utils\nE: Unable to locate package httpd\n",
                "apt-get install -y nfs-common apache2",
                "apt-get install -y nfs-kernel-server apache2");
    }

    @Test
    void ownNamesAndOtherToolsAreLeft() {
        notAtAll("apt-get install -y apache2", 100, "E: Unable to locate package apache2\n");
        notAtAll("echo httpd", 1, "E: Unable to locate package httpd\n");
    }
}
