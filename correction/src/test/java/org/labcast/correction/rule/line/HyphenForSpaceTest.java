package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class HyphenForSpaceTest extends RuleTest {
    HyphenForSpaceTest() {
        super(new HyphenForSpace());
    }

    @Test
    void blankInsteadOfHyphen() {
        machine.executables("apt", "apt-get", "git");
        safely("apt-install tree", 127, "sh: 1: apt-install: not found\n", "apt install tree");
        safely("sudo git-status -s", 1, "sudo: git-status: command not found\n", "sudo git status -s");
    }

    @Test
    void otherHyphensStay() {
        machine.executables("ls", "git");
        notAtAll("ls-la", 127, "sh: 1: ls-la: not found\n");
        notAtAll("my-tool x", 127, "sh: 1: my-tool: not found\n");
        notAtAll("git-x7 x", 127, "sh: 1: git-x7: not found\n");
    }
}
