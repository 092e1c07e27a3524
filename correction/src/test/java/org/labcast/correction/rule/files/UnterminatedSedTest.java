package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class UnterminatedSedTest extends RuleTest {
    UnterminatedSedTest() {
        super(new UnterminatedSed());
    }

    private static final String OPEN = "sed: -e expression #1, char 11: unterminated `s' command\n";

    @Test
    void delimiterIsPutBehind() {
        safely("sed 's/two words/one' f", 1, OPEN, "sed 's/two words/one/' f");
        safely("sed -e s/a/b/g -e 's|a|b' f", 1, OPEN, "sed -e s/a/b/g -e 's|a|b|' f");
    }

    @Test
    void inPlaceAsSigned() {
        safely("sed -i s/a/b f", 1, OPEN, "sed -i s/a/b/ f");
    }

    @Test
    void inPlaceWhatMayLackMoreIsLeftToAPerson() {
        riskily("sed -i s/a/bg f", 1, OPEN, "sed -i s/a/bg/ f");
    }

    @Test
    void whatIsClosedStays() {
        notAtAll("sed s/a/b/ f", 1, OPEN);
        notAtAll("sed s/a/b f", 1, "sed: can't read f: No such file or directory\n");
    }

    @Test
    void theLastOfSeveralCommands() {
        safely(
                "sed -n 's/x/y/p;s/a/b' notes",
                1,
                "sed: -e expression #1, char 13: unterminated `s' command\n",
                "sed -n 's/x/y/p;s/a/b/' notes");
    }
}
