package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitTwoDashesTest extends RuleTest {
    GitTwoDashesTest() {
        super(new GitTwoDashes());
    }

    @Test
    void current() {
        safely(
                "git -C /srv/x fetch -tags",
                129,
                "error: did you mean `--tags` (with two dashes)?",
                "git -C /srv/x fetch --tags");
    }

    @Test
    void old() {
        safely("git log -oneline", 129, "error: did you mean `--oneline` (with two dashes ?)", "git log --oneline");
    }

    @Test
    void amendingIsForAPerson() {
        riskily("git commit -amend", 129, "error: did you mean `--amend` (with two dashes)?", "git commit --amend");
    }

    @Test
    void ofAnotherTool() {
        notAtAll("tool -prune", 129, "error: did you mean `--prune` (with two dashes)?");
    }
}
