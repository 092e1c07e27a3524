package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PipNameTest extends RuleTest {
    PipNameTest() {
        super(new PipName());
    }

    @Test
    void theNameThatIsHere() {
        machine.executables("python3");
        safely("pip install x", 127, "sh: 1: pip: not found\n", "python3 -m pip install x");
        machine.executables("pip3");
        safely("sudo pip list", 1, "sudo: pip: command not found\n", "sudo pip3 list");
    }

    @Test
    void nothingWithoutPython() {
        notAtAll("pip list", 127, "sh: 1: pip: not found\n");
    }
}
