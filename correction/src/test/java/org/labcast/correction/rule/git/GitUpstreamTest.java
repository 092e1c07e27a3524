package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitUpstreamTest extends RuleTest {
    GitUpstreamTest() {
        super(new GitUpstream());
    }

    @Test
    void namesFromGit() {
        riskily(
                "git push",
                128,
                "fatal: The current branch feature has no upstream branch.\nTo push the current branch and set the remote as upstream, use\n\n    git push --set-upstream origin feature\n\n",
                "git push --set-upstream origin feature");
    }
}
