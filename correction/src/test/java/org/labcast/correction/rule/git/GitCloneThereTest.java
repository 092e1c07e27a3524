package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitCloneThereTest extends RuleTest {
    GitCloneThereTest() {
        super(new GitCloneThere());
    }

    @Test
    void repository() {
        machine.directory("tool/.git");
        riskily(
                "git clone --depth 1 https://git.example.org/tool.git && make -C tool",
                128,
                "fatal: destination path 'tool' already exists and is not an empty directory.\n",
                "git -C tool pull --ff-only && make -C tool");
    }

    @Test
    void somethingElse() {
        machine.directory("tool");
        notAtAll(
                "git clone https://git.example.org/tool.git",
                128,
                "fatal: destination path 'tool' already exists and is not an empty directory.\n");
    }
}
