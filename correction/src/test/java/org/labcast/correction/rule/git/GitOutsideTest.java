package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitOutsideTest extends RuleTest {
    GitOutsideTest() {
        super(new GitOutside());
    }

    @Test
    void address() {
        safely(
                "git pull https://git.example.org/x.git",
                128,
                "fatal: Not a git repository (or any parent up to mount point /home)\nStopping at filesystem boundary (GIT_DISCOVERY_ACROSS_FILESYSTEM not set).\n",
                "git clone https://git.example.org/x.git");
    }

    @Test
    void near() {
        machine.directory("plans");
        machine.directory("site/.git");
        machine.directory("site");
        riskily(
                "git status",
                128,
                "fatal: not a git repository (or any of the parent directories): .git",
                "git -C site status");
    }

    @Test
    void twoNear() {
        machine.directory("a/.git");
        machine.directory("a");
        machine.directory("b/.git");
        machine.directory("b");
        notAtAll("git status", 128, "fatal: not a git repository (or any of the parent directories): .git");
    }

    @Test
    void nothingNear() {
        notAtAll("git pull", 128, "fatal: not a git repository (or any of the parent directories): .git");
    }
}
