package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.Machine;
import org.labcast.correction.RuleTest;

final class SudoNotInstalledTest extends RuleTest {
    SudoNotInstalledTest() {
        super(new SudoNotInstalled());
    }

    @Test
    void rootNeedsNone() {
        machine.machine(new Machine("debian", "apt-get", "root", false));
        safely("sudo apt-get update", 127, "sh: 1: sudo: not found\n", "apt-get update");
        notAtAll("sudo -u bob ls", 127, "sh: 1: sudo: not found\n");
    }

    @Test
    void othersDo() {
        notAtAll("sudo apt-get update", 127, "sh: 1: sudo: not found\n");
    }
}
