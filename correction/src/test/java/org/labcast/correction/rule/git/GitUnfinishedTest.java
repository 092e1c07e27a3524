package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitUnfinishedTest extends RuleTest {
    GitUnfinishedTest() {
        super(new GitUnfinished());
    }

    @Test
    void begun() {
        riskily(
                "git rebase main",
                128,
                "fatal: It seems that there is already a rebase-merge directory, and\nI wonder if you are in the middle of another rebase.  If that is the\ncase, please try\n\tgit rebase (--continue | --abort | --skip)\n",
                "git rebase --abort",
                "git rebase --skip",
                "git rebase --continue");
    }

    @Test
    void whichWasMeant() {
        riskily(
                "git rebase --continu",
                128,
                "fatal: It seems that there is already a rebase-merge directory, and\nI wonder if you are in the middle of another rebase.  If that is the\ncase, please try\n\tgit rebase (--continue | --abort | --skip)\n",
                "git rebase --continue",
                "git rebase --abort",
                "git rebase --skip");
    }

    @Test
    void nothingLeft() {
        riskily(
                "git rebase --continue",
                1,
                "No changes - did you forget to use 'git add'?\nIf there is nothing left to stage, chances are that something else\nalready introduced the same changes; you might want to skip this patch.",
                "git rebase --skip");
    }

    @Test
    void emptyPick() {
        riskily(
                "git cherry-pick abc1234",
                1,
                "The previous cherry-pick is now empty, possibly due to conflict resolution.\nIf you wish to commit it anyway, use:\n\n    git commit --allow-empty\n\nOtherwise, please use 'git cherry-pick --skip'\n",
                "git cherry-pick --skip");
    }

    @Test
    void conflict() {
        notAtAll("git rebase main", 1, "CONFLICT (content): Merge conflict in f");
    }
}
