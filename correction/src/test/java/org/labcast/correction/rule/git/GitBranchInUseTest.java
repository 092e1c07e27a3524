package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitBranchInUseTest extends RuleTest {
    GitBranchInUseTest() {
        super(new GitBranchInUse());
    }

    @Test
    void theDefault() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily(
                "git branch -d topic",
                1,
                "error: Cannot delete branch 'topic' checked out at '/srv/x'",
                "git checkout main && git branch -d topic",
                "git checkout main && git branch -D topic");
    }

    @Test
    void unasked() {
        riskily(
                "git branch -D topic",
                1,
                "error: cannot delete branch 'topic' used by worktree at '/srv/x'",
                "git checkout master && git branch -D topic");
    }

    @Test
    void noOther() {
        machine.answer("git branch -a --no-color --no-column", "* topic\n  work\n");
        notAtAll("git branch -d topic", 1, "error: Cannot delete branch 'topic' checked out at '/srv/x'");
    }

    @Test
    void notFound() {
        notAtAll("git branch -d topic", 1, "error: branch 'topic' not found.");
    }
}
