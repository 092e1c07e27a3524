package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apt-get install -y tree|E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?",
                "dpkg -i x.deb|dpkg: error: requested operation requires superuser privilege",
                "dnf -y install tree|Error: This command has to be run with superuser privileges (under the root user on most systems).",
                "yum install -y tree|You need to be root to perform this command.",
                "zypper -n install tree|Root privileges are required to run this command.",
                "pacman -S tree|error: you cannot perform this operation unless you are root.",
                "apk add tree|ERROR: Unable to lock database: Permission denied"
            })
    void packageManagers(String command, String said) {
        safely(command, 1, said + "\n", "sudo " + command);
        safely("cd /tmp && " + command, 1, said + "\n", "cd /tmp && sudo " + command);
    }
}
