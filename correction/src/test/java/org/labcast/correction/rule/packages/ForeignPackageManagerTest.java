package org.labcast.correction.rule.packages;

import org.junit.jupiter.api.Test;
import org.labcast.correction.Machine;
import org.labcast.correction.RuleTest;

final class ForeignPackageManagerTest extends RuleTest {
    ForeignPackageManagerTest() {
        super(new ForeignPackageManager());
    }

    @Test
    void verbsAreTranslated() {
        safely("sudo dnf install -y tree", 1, "sudo: dnf: command not found\n", "sudo apt-get install -y tree");
        safely("yum search \"two words\"", 127, "sh: 1: yum: not found\n", "apt-cache search \"two words\"");
        safely("pacman -S vim 2>&1 | cat", 127, "sh: 1: pacman: not found\n", "apt-get install -y vim 2>&1 | cat");
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily("dnf remove tree", 127, "sh: 1: dnf: not found\n", "apt-get remove -y tree");
    }

    @Test
    void namesAreTranslated() {
        safely(
                "sudo dnf install -y httpd bind-utils tree",
                1,
                "sudo: dnf: command not found\n",
                "sudo apt-get install -y apache2 dnsutils tree");
        safely(
                "yum groupinstall \"Development Tools\"",
                127,
                "sh: 1: yum: not found\n",
                "apt-get install -y build-essential");
        safely(
                "dnf group install -y 'Development Tools'",
                127,
                "sh: 1: dnf: not found\n",
                "apt-get install -y build-essential");
        safely("brew install node", 127, "sh: 1: brew: not found\n", "apt-get install -y nodejs");
        machine.machine(new Machine("fedora", "dnf", "root", false));
        safely(
                "apt-get install apache2 libssl-dev",
                127,
                "bash: apt-get: command not found\n",
                "dnf install -y httpd openssl-devel");
        machine.machine(new Machine("alpine", "apk", "root", false));
        safely("apt install -y build-essential", 127, "sh: apt: not found\n", "apk add build-base");
        machine.machine(new Machine("arch", "pacman", "root", false));
        safely("apt install -y python3-pip", 127, "bash: apt: command not found\n", "pacman -S --noconfirm python-pip");
        machine.machine(new Machine("opensuse-leap", "zypper", "root", false));
        safely("apt-get update", 127, "bash: apt-get: command not found\n", "zypper refresh");
    }

    @Test
    void whatIsNotCertainIsOnlyShown() {
        riskily("dnf install nfs-utils", 127, "sh: 1: dnf: not found\n", "apt-get install -y nfs-common");
        riskily("dnf install --enablerepo=epel tree", 127, "sh: 1: dnf: not found\n", "apt-get install -y tree");
    }

    @Test
    void managersThatAreHere() {
        notAtAll("dnf install -y tree", 1, "No match for argument: tree\n");
    }
}
