package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.Machine;
import org.labcast.correction.RuleTest;

final class NeedsRootTest extends RuleTest {
    NeedsRootTest() {
        super(new NeedsRoot());
    }

    @Test
    void sudoIsPutBefore() {
        machine.directory("/etc");
        safely(
                "apt-get install -y tree",
                100,
                "E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?\n",
                "sudo apt-get install -y tree");
        safely("A=1 touch /etc/x", 1, "touch: cannot touch '/etc/x': Permission denied\n", "A=1 sudo touch /etc/x");
        safely(
                "cd /etc && mkdir x",
                1,
                "mkdir: cannot create directory ‘x’: Permission denied\n",
                "cd /etc && sudo mkdir x");
    }

    @Test
    void removingAsRootIsLeftToAPerson() {
        riskily("rm /etc/passwd", 1, "rm: cannot remove '/etc/passwd': Permission denied\n", "sudo rm /etc/passwd");
    }

    @Test
    void notForRoot() {
        machine.machine(new Machine("debian", "apt-get", "root", true));
        notAtAll("touch /proc/x", 1, "touch: cannot touch '/proc/x': Permission denied\n");
    }
}
