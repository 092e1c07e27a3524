package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class WindowsLineEndTest extends RuleTest {
    WindowsLineEndTest() {
        super(new WindowsLineEnd());
    }

    @Test
    void carriageReturnGoes() {
        safely("ls -l\r", 2, "ls: invalid option -- '\r'\n", "ls -l");
    }

    @Test
    void whatRemovesIsLeftToAPerson() {
        riskily("rm -r old\r", 1, "rm: cannot remove 'old'$'\\r'\n", "rm -r old");
    }

    @Test
    void linesWithoutOne() {
        notAtAll("ls -l", 2, "ls: invalid option -- '\r'\n");
    }
}
