package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class CommandOutsidePathTest extends RuleTest {
    CommandOutsidePathTest() {
        super(new CommandOutsidePath());
    }

    @Test
    void sudoFindsIt() {
        machine.file("/usr/sbin/useradd");
        safely("useradd bob", 127, "bash: line 1: useradd: command not found\n", "sudo useradd bob");
    }

    @Test
    void whatStopsTheMachineIsLeftToAPerson() {
        machine.file("/usr/sbin/reboot");
        riskily("reboot", 127, "sh: 1: reboot: not found\n", "sudo reboot");
    }

    @Test
    void commandsThatAreNowhere() {
        notAtAll("useradd bob", 127, "bash: line 1: useradd: command not found\n");
    }
}
