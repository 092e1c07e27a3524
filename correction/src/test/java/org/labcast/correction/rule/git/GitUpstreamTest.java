package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitUpstreamTest extends RuleTest {
    GitUpstreamTest() {
        super(new GitUpstream());
    }

    @Test
    void noUpstream() {
        riskily(
                "git push",
                128,
                "fatal: The current branch topic has no upstream branch.\nTo push the current branch and set the remote as upstream, use\n\n    git push --set-upstream origin topic\n\nTo have this happen automatically for branches without a tracking\nupstream, see 'push.autoSetupRemote' in 'git help config'.\n\n",
                "git push --set-upstream origin topic");
    }

    @Test
    void whatGitNamesReplacesRemoteAndBranch() {
        riskily(
                "sudo git -C /srv/x push -u origin",
                128,
                "fatal: The current branch topic has no upstream branch.\nTo push the current branch and set the remote as upstream, use\n\n    git push --set-upstream origin topic\n\nTo have this happen automatically for branches without a tracking\nupstream, see 'push.autoSetupRemote' in 'git help config'.\n\n",
                "sudo git -C /srv/x push --set-upstream origin topic");
    }

    @Test
    void otherOptionsStay() {
        riskily(
                "git push --quiet -o ci.skip origin && echo ok",
                128,
                "fatal: The current branch topic has no upstream branch.\nTo push the current branch and set the remote as upstream, use\n\n    git push --set-upstream origin topic\n\nTo have this happen automatically for branches without a tracking\nupstream, see 'push.autoSetupRemote' in 'git help config'.\n\n",
                "git push --set-upstream origin topic --quiet -o ci.skip && echo ok");
    }

    @Test
    void anotherName() {
        riskily(
                "git push",
                128,
                "fatal: The upstream branch of your current branch does not match\nthe name of your current branch.  To push to the upstream branch\non the remote, use\n\n    git push origin HEAD:main\n\nTo push to the branch of the same name on the remote, use\n\n    git push origin HEAD\n\n",
                "git push origin HEAD:main",
                "git push origin HEAD");
    }

    @Test
    void nobodyKnowsTheNameFromADetachedHead() {
        notAtAll(
                "git push",
                128,
                "fatal: You are not currently on a branch.\nTo push the history leading to the current (detached HEAD)\nstate now, use\n\n    git push origin HEAD:<name-of-remote-branch>\n\n");
    }

    @Test
    void pull() {
        riskily(
                "git pull --quiet",
                1,
                "There is no tracking information for the current branch.\nPlease specify which branch you want to merge with.\nSee git-pull(1) for details.\n\n    git pull <remote> <branch>\n\nIf you wish to set tracking information for this branch you can do so with:\n\n    git branch --set-upstream-to=origin/<branch> topic\n\n",
                "git branch --set-upstream-to=origin/topic topic && git pull --quiet",
                "git pull --quiet origin topic");
    }

    @Test
    void pullWithoutRemote() {
        riskily(
                "git pull",
                1,
                "There is no tracking information for the current branch.\nPlease specify which branch you want to merge with.\nSee git-pull(1) for details.\n\n    git pull <remote> <branch>\n\nIf you wish to set tracking information for this branch you can do so with:\n\n    git branch --set-upstream-to=<remote>/<branch> topic\n\n",
                "git branch --set-upstream-to=origin/topic topic && git pull",
                "git pull origin topic");
    }

    @Test
    void hostileName() {
        notAtAll("git push", 128, "    git push --set-upstream origin $(reboot)\n");
    }
}
