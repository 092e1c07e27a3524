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

    @Test
    void twoSlipsMayBeAnotherPackage() {
        machine.names(NameKind.PACKAGES, "im-config");
        riskily(
                "apt-get install -y ifconfig",
                100,
                "E: Unable to locate package ifconfig\n",
                "apt-get install -y im-config");
    }

    @Test
    void otherManagers() {
        machine.names(NameKind.PACKAGES, "htop");
        safely(
                "dnf -y install htpo",
                1,
                "No match for argument: htpo\nError: Unable to find a match: htpo\n",
                "dnf -y install htop");
        safely("zypper -n in htopp", 104, "No provider of 'htopp' found.\n", "zypper -n in htop");
        safely("pacman -S htpo", 1, "error: target not found: htpo\n", "pacman -S htop");
        safely(
                "apk add htpo",
                1,
                "ERROR: unable to select packages:\n  htpo (no such package):\n    required by: world[htpo]\n",
                "apk add htop");
        safely(
                "apt-get install -y htpo",
                100,
                "E: Package 'htpo' has no installation candidate\n",
                "apt-get install -y htop");
    }

    @Test
    void shortNamesAreForAPerson() {
        machine.names(NameKind.PACKAGES, "vim", "htop");
        riskily("sudo apt-get install -y vmi", 100, "E: Unable to locate package vmi\n", "sudo apt-get install -y vim");
    }

    @Test
    void anotherVersionIsForAPerson() {
        machine.names(NameKind.PACKAGES, "openjdk-17-jdk");
        riskily(
                "sudo apt-get install -y openjdk-11-jdk",
                100,
                "E: Unable to locate package openjdk-11-jdk\n",
                "sudo apt-get install -y openjdk-17-jdk");
    }

    @Test
    void toolsThatSpeakOfPackages() {
        machine.names(NameKind.PACKAGES, "tzdata", "openssh-server");
        safely(
                "dpkg-reconfigure -f noninteractive tzdta",
                1,
                "dpkg-query: package 'tzdta' is not installed and no information is available\n",
                "dpkg-reconfigure -f noninteractive tzdata");
        safely("dpkg -L tzdta", 1, "dpkg-query: package 'tzdta' is not installed\n", "dpkg -L tzdata");
        safely("rpm -q tzdta", 1, "package tzdta is not installed\n", "rpm -q tzdata");
        notAtAll("ls tzdta", 1, "package tzdta is not installed\n");
    }
}
