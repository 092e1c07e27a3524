package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitLockedTest extends RuleTest {
    GitLockedTest() {
        super(new GitLocked());
    }

    @Test
    void waits() {
        safely(
                "cd /srv/x && git fetch",
                128,
                "fatal: Unable to create '/srv/x/.git/index.lock': File exists.\n\nAnother git process seems to be running in this repository, e.g.\n",
                "cd /srv/x && sleep 15 && git fetch");
    }

    @Test
    void waitedAlready() {
        notAtAll("sleep 15 && git pull", 128, "fatal: Unable to create '/srv/x/.git/index.lock': File exists.");
    }

    @Test
    void mayNotWrite() {
        notAtAll("git add f", 128, "fatal: Unable to create '/srv/x/.git/index.lock': Permission denied");
    }
}
