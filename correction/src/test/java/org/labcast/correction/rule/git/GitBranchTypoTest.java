package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitBranchTypoTest extends RuleTest {
    GitBranchTypoTest() {
        super(new GitBranchTypo());
    }

    @Test
    void nought() {
        safely("git branch 0v", 128, "fatal: not a valid object name: 'main'", "git branch -v");
    }

    @Test
    void madeBefore() {
        riskily(
                "git branch 0d topic",
                128,
                "fatal: a branch named '0d' already exists",
                "git branch -D 0d && git branch -d topic");
    }

    @Test
    void list() {
        riskily(
                "git branch list",
                128,
                "fatal: a branch named 'list' already exists",
                "git branch --delete list && git branch",
                "git branch --list");
    }

    @Test
    void name() {
        notAtAll("git branch 07", 128, "fatal: a branch named '07' already exists");
    }
}
