package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitCommitAgainTest extends RuleTest {
    GitCommitAgainTest() {
        super(new GitCommitAgain());
    }

    @Test
    void nothingSaid() {
        riskily("git commit -m x", 1, "", "git commit --amend", "git reset HEAD~");
    }

    @Test
    void somethingSaid() {
        notAtAll("git commit -m x", 1, "nothing to commit, working tree clean");
    }
}
