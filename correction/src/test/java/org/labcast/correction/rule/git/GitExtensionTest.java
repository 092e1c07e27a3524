package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitExtensionTest extends RuleTest {
    GitExtensionTest() {
        super(new GitExtension());
    }

    @Test
    void lfs() {
        safely(
                "git -C /srv/x lfs pull",
                1,
                "git: 'lfs' is not a git command. See 'git --help'.\n\nThe most similar command is\n\tlog\n",
                "sudo apt-get install -y git-lfs && git -C /srv/x lfs pull");
    }

    @Test
    void withoutRights() {
        machine.machine(org.labcast.correction.Machine.UNKNOWN);
        notAtAll("git lfs pull", 1, "git: 'lfs' is not a git command. See 'git --help'.\n");
    }

    @Test
    void nobodysVerb() {
        notAtAll("git flw init", 1, "git: 'flw' is not a git command. See 'git --help'.\n");
    }
}
