package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitNotReadyTest extends RuleTest {
    GitNotReadyTest() {
        super(new GitNotReady());
    }

    @Test
    void checkout() {
        riskily(
                "git -C /srv/x checkout topic",
                1,
                "error: Your local changes to the following files would be overwritten by checkout:\n\tf\nPlease commit your changes or stash them before you switch branches.\nAborting\n",
                "git -C /srv/x stash && git -C /srv/x checkout topic");
    }

    @Test
    void pull() {
        riskily(
                "git pull | tee log",
                1,
                "error: Your local changes to the following files would be overwritten by merge:\n\tf\nPlease commit your changes or stash them before you merge.\nAborting\n",
                "git stash && git pull | tee log",
                "git stash && git pull && git stash pop | tee log");
    }

    @Test
    void pullByRebase() {
        riskily(
                "git pull --rebase",
                128,
                "error: cannot pull with rebase: You have unstaged changes.\nerror: please commit or stash them.",
                "git stash && git pull --rebase && git stash pop",
                "git stash && git pull --rebase");
    }

    @Test
    void stashPop() {
        riskily(
                "git stash pop",
                1,
                "error: Your local changes to the following files would be overwritten by merge:\n\tf\nPlease commit your changes or stash them before you merge.\nAborting\n",
                "git add --update && git stash pop && git reset .");
    }

    @Test
    void untracked() {
        riskily(
                "git merge topic",
                1,
                "error: The following untracked working tree files would be overwritten by merge:\n\tf\nPlease move or remove them before you merge.\nAborting",
                "git stash --include-untracked && git merge topic");
    }

    @Test
    void unfinishedMerge() {
        riskily(
                "git pull",
                128,
                "error: Pulling is not possible because you have unmerged files.\nhint: Fix them up in the work tree, and then use 'git add/rm <file>'\n",
                "git merge --abort && git pull");
    }

    @Test
    void bisect() {
        riskily(
                "git bisect good",
                1,
                "You need to start by \"git bisect start\"\n",
                "git bisect start && git bisect good");
    }

    @Test
    void untrackedOnly() {
        riskily(
                "git commit -m x",
                1,
                "nothing added to commit but untracked files present (use \"git add\" to track)",
                "git add --all && git commit -m x");
    }

    @Test
    void fine() {
        notAtAll("git pull", 1, "error: something else");
    }
}
