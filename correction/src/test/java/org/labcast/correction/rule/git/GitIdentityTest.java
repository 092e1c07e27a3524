package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitIdentityTest extends RuleTest {
    GitIdentityTest() {
        super(new GitIdentity());
    }

    @Test
    void login() {
        riskily(
                "git -C /srv/x commit -m x",
                128,
                "Author identity unknown\n\n*** Please tell me who you are.\n\nRun\n\n  git config --global user.email \"you@example.com\"\n",
                "git -c user.name=labadmin -c user.email=labadmin@localhost -C /srv/x commit -m x");
    }

    @Test
    void otherFault() {
        notAtAll("git commit -m x", 1, "nothing to commit, working tree clean");
    }
}
