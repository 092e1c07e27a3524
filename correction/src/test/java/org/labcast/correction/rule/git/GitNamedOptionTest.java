package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitNamedOptionTest extends RuleTest {
    GitNamedOptionTest() {
        super(new GitNamedOption());
    }

    @Test
    void ignored() {
        riskily(
                "git add a.log",
                1,
                "The following paths are ignored by one of your .gitignore files:\na.log\nhint: Use -f if you really want to add them.\n",
                "git add --force a.log");
    }

    @Test
    void nothingStaged() {
        riskily(
                "git commit -m 'x y'",
                1,
                "Changes not staged for commit:\n\tmodified:   a\n\nno changes added to commit (use \"git add\" and/or \"git commit -a\")",
                "git commit -a -m 'x y'");
    }

    @Test
    void staged() {
        riskily(
                "git rm a",
                1,
                "error: the following file has changes staged in the index:\n    a\n(use --cached to keep the file, or -f to force removal)",
                "git rm --cached a",
                "git rm -f a");
    }

    @Test
    void directory() {
        riskily("git -C /srv rm d", 128, "fatal: not removing 'd' recursively without -r", "git -C /srv rm -r d");
    }

    @Test
    void tag() {
        riskily("git tag -a v1 -m x", 128, "fatal: tag 'v1' already exists", "git tag --force -a v1 -m x");
    }

    @Test
    void unrelated() {
        riskily(
                "git merge other 2>&1",
                128,
                "fatal: refusing to merge unrelated histories",
                "git merge other --allow-unrelated-histories 2>&1");
    }

    @Test
    void divergent() {
        riskily(
                "git pull",
                128,
                "hint: You have divergent branches and need to specify how to reconcile them.\nfatal: Need to specify how to reconcile divergent branches.",
                "git pull --no-rebase",
                "git pull --rebase");
    }

    @Test
    void notMerged() {
        riskily(
                "git branch -d topic",
                1,
                "error: The branch 'topic' is not fully merged.\nIf you are sure you want to delete it, run 'git branch -D topic'.",
                "git branch -D topic");
    }

    @Test
    void ofAnotherVerb() {
        notAtAll("git status", 1, "no changes added to commit");
    }
}
