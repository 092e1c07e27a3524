package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitBranchExistsTest extends RuleTest {
    GitBranchExistsTest() {
        super(new GitBranchExists());
    }

    @Test
    void branch() {
        riskily(
                "git branch topic",
                128,
                "fatal: a branch named 'topic' already exists",
                "git branch -d topic && git branch topic",
                "git branch -D topic && git branch topic",
                "git checkout topic");
    }

    @Test
    void oldMessage() {
        riskily(
                "git checkout -b topic origin/main",
                128,
                "fatal: A branch named 'topic' already exists.",
                "git checkout topic",
                "git branch -d topic && git checkout -b topic origin/main",
                "git branch -D topic && git checkout -b topic origin/main");
    }

    @Test
    void switching() {
        riskily(
                "git switch -c topic",
                128,
                "fatal: a branch named 'topic' already exists",
                "git switch topic",
                "git branch -d topic && git switch -c topic",
                "git branch -D topic && git switch -c topic");
    }

    @Test
    void renaming() {
        notAtAll("git branch -m topic", 128, "fatal: a branch named 'topic' already exists");
    }
}
