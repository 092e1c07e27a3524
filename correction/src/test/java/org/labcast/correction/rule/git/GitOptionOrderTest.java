package org.labcast.correction.rule.git;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GitOptionOrderTest extends RuleTest {
    GitOptionOrderTest() {
        super(new GitOptionOrder());
    }

    @Test
    void current() {
        safely(
                "git log README.md -p",
                128,
                "fatal: option '-p' must come before non-option arguments",
                "git log -p README.md");
    }

    @Test
    void old() {
        safely(
                "git log -3 README.md --stat NEWS | head",
                128,
                "fatal: bad flag '--stat' used after filename",
                "git log -3 --stat README.md NEWS | head");
    }

    @Test
    void otherOption() {
        notAtAll("git log README.md -p", 128, "fatal: option '-q' must come before non-option arguments");
    }
}
