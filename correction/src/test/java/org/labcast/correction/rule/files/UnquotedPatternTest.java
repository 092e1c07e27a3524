package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class UnquotedPatternTest extends RuleTest {
    UnquotedPatternTest() {
        super(new UnquotedPattern());
    }

    @Test
    void patternIsQuoted() {
        safely(
                "find /etc -name *.conf -type f",
                1,
                "find: paths must precede expression: `b.conf'\nfind: possible unquoted pattern after predicate `-name'?\n",
                "find /etc -name '*.conf' -type f");
    }

    @Test
    void pathComesFirst() {
        safely("find -name x /etc", 1, "find: paths must precede expression: \u2018/etc\u2019\n", "find /etc -name x");
    }

    @Test
    void deletingIsLeftToAPerson() {
        riskily(
                "find . -name *.log -delete",
                1,
                "find: paths must precede expression: `b.log'\n",
                "find . -name '*.log' -delete");
        notAtAll("find . nam x", 1, "find: paths must precede expression: `nam'\n");
    }
}
