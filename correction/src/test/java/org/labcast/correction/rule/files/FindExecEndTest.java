package org.labcast.correction.rule.files;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class FindExecEndTest extends RuleTest {
    FindExecEndTest() {
        super(new FindExecEnd());
    }

    @Test
    void endIsPutBehind() {
        riskily(
                "find . -exec stat {} > out",
                1,
                "find: missing argument to `-exec'\n",
                "find . -exec stat {} \\; > out");
        notAtAll("find . -nmae x", 1, "find: unknown predicate `-nmae'\n");
    }
}
