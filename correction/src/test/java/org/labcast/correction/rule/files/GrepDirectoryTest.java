package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class GrepDirectoryTest extends RuleTest {
    GrepDirectoryTest() {
        super(new GrepDirectory());
    }

    @Test
    void recursively() {
        safely("grep \"a b\" d", 2, "grep: d: Is a directory\n", "grep -r \"a b\" d");
    }

    @Test
    void filesThatAreMissing() {
        notAtAll("grep x d", 2, "grep: d: No such file or directory\n");
        notAtAll("cat d", 1, "cat: d: Is a directory\n");
    }
}
