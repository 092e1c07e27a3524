package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SedWithoutCommandTest extends RuleTest {
    SedWithoutCommandTest() {
        super(new SedWithoutCommand());
    }

    private static final String MISSING = "sed: -e expression #1, char 3: missing command\n";

    @Test
    void namedLinesArePrinted() {
        safely("sed -n 1,5 /etc/passwd", 1, MISSING, "sed -n 1,5p /etc/passwd");
        safely("sed -n '/a/,/b/' /etc/passwd", 1, MISSING, "sed -n '/a/,/b/p' /etc/passwd");
    }

    @Test
    void withoutTheOptionAnythingMayBeMeant() {
        notAtAll("sed 1,5 /etc/passwd", 1, MISSING);
        notAtAll("sed -i 1,5 /etc/passwd", 1, MISSING);
        notAtAll("sed -n 1,5p /etc/passwd", 1, "sed: can't read /etc/passwd\n");
    }
}
