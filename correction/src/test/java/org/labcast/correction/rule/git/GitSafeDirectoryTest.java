package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitSafeDirectoryTest extends RuleTest {
    GitSafeDirectoryTest() {
        super(new GitSafeDirectory());
    }

    @Test
    void asGitSays() {
        riskily(
                "sudo git -C /srv/x pull",
                128,
                "fatal: detected dubious ownership in repository at '/srv/x'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /srv/x\n",
                "sudo git config --global --add safe.directory /srv/x && sudo git -C /srv/x pull",
                "sudo git -c safe.directory=/srv/x -C /srv/x pull");
    }

    @Test
    void hostilePath() {
        riskily(
                "git pull",
                128,
                "fatal: detected dubious ownership in repository at '/srv/x'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /srv/$(reboot)\n",
                "git config --global --add safe.directory '/srv/$(reboot)' && git pull",
                "git -c safe.directory='/srv/$(reboot)' pull");
    }

    @Test
    void any() {
        notAtAll(
                "git pull",
                128,
                "fatal: detected dubious ownership in repository at '/srv/x'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory *\n");
    }
}
