package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitHookBypassTest extends RuleTest {
    GitHookBypassTest() {
        super(new GitHookBypass());
    }

    @Test
    void nothingSaid() {
        riskily("git push -q", 1, "", "git push --no-verify -q");
    }

    @Test
    void hook() {
        riskily(
                "git commit -m x",
                1,
                "husky - pre-commit hook exited with code 1 (error)",
                "git commit --no-verify -m x");
    }

    @Test
    void hookOfTheRemote() {
        notAtAll("git push", 1, " ! [remote rejected] main -> main (pre-receive hook declined)");
    }

    @Test
    void somethingElse() {
        notAtAll("git commit -m x", 1, "nothing to commit, working tree clean");
    }
}
