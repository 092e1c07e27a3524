package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitDiffElsewhereTest extends RuleTest {
    GitDiffElsewhereTest() {
        super(new GitDiffElsewhere());
    }

    @Test
    void files() {
        riskily("git diff old new", 1, "", "git diff --no-index old new", "git diff --staged old new");
    }

    @Test
    void staged() {
        riskily("git diff old", 1, "", "git diff --staged old");
    }

    @Test
    void somethingSaid() {
        notAtAll("git diff old", 128, "fatal: ambiguous argument 'old'");
    }
}
