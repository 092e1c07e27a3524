package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitNothingCommittedTest extends RuleTest {
    GitNothingCommittedTest() {
        super(new GitNothingCommitted());
    }

    @Test
    void nobodyKnows() {
        riskily(
                "git push -u origin main",
                1,
                "error: src refspec main does not match any\nerror: failed to push some refs to '/srv/x.git'\n",
                "git commit -m \"Initial commit\" && git push -u origin main");
    }

    @Test
    void noBranch() {
        machine.answer("git branch -a --no-color --no-column", "");
        riskily(
                "git push origin main",
                1,
                "error: src refspec main does not match any\nerror: failed to push some refs to '/srv/x.git'\n",
                "git commit -m \"Initial commit\" && git push origin main");
    }

    @Test
    void branches() {
        machine.answer(
                "git branch -a --no-color --no-column",
                "* main\n  topic\n  fix/printer\n  remotes/origin/HEAD -> origin/main\n  remotes/origin/main\n  remotes/origin/release-12\n");
        notAtAll(
                "git push origin master",
                1,
                "error: src refspec master does not match any\nerror: failed to push some refs to '/srv/x.git'\n");
    }
}
