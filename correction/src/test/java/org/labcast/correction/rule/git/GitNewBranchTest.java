package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitNewBranchTest extends RuleTest {
    GitNewBranchTest() {
        super(new GitNewBranch());
    }

    @Test
    void checkout() {
        riskily(
                "git checkout topic",
                1,
                "error: pathspec 'topic' did not match any file(s) known to git\n",
                "git checkout -b topic");
    }

    @Test
    void switching() {
        riskily("git switch topic", 128, "fatal: invalid reference: topic", "git switch -c topic");
    }

    @Test
    void path() {
        notAtAll("git checkout main topic", 1, "error: pathspec 'topic' did not match any file(s) known to git\n");
    }
}
