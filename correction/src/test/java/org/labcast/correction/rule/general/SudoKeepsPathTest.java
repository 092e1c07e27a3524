package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SudoKeepsPathTest extends RuleTest {
    SudoKeepsPathTest() {
        super(new SudoKeepsPath());
    }

    @Test
    void pathIsTakenAlong() {
        machine.executables("cargo");
        riskily("sudo cargo build", 1, "sudo: cargo: command not found\n", "sudo env \"PATH=$PATH\" cargo build");
    }

    @Test
    void whatTheUserLacksToo() {
        machine.executables("ls");
        notAtAll("sudo cargo build", 1, "sudo: cargo: command not found\n");
        notAtAll("ls", 127, "sh: 1: ls: not found\n");
    }
}
