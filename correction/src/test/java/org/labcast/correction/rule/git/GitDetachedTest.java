package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitDetachedTest extends RuleTest {
    GitDetachedTest() {
        super(new GitDetached());
    }

    @Test
    void pull() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily(
                "git pull",
                1,
                "You are not currently on a branch.\nPlease specify which branch you want to merge with.\n",
                "git checkout main && git pull");
    }

    @Test
    void push() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        riskily("git push", 128, "fatal: You are not currently on a branch.\n", "git push origin HEAD:main");
    }

    @Test
    void unasked() {
        notAtAll("git pull", 1, "You are not currently on a branch.");
    }
}
