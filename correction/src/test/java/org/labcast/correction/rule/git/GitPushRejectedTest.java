package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitPushRejectedTest extends RuleTest {
    GitPushRejectedTest() {
        super(new GitPushRejected());
    }

    @Test
    void unseen() {
        riskily(
                "git push -u origin HEAD:main",
                1,
                "To /srv/x.git\n ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to '/srv/x.git'\nhint: Updates were rejected because the remote contains work that you do\n",
                "git pull origin main && git push -u origin HEAD:main");
    }

    @Test
    void behind() {
        riskily(
                "git push",
                1,
                "To /srv/x.git\n ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs to '/srv/x.git'\nhint: Updates were rejected because the tip of your current branch is behind\n",
                "git pull && git push",
                "git push --force-with-lease");
    }

    @Test
    void forbidden() {
        notAtAll("git push", 1, " ! [remote rejected] main -> main (pre-receive hook declined)\n");
    }
}
