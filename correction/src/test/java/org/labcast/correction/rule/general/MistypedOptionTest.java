package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedOptionTest extends RuleTest {
    MistypedOptionTest() {
        super(new MistypedOption());
    }

    @Test
    void nearestOption() {
        safely(
                "find /etc/nginx -maxdepht 1 -name '*.conf'",
                1,
                "find: unknown predicate `-maxdepht'\n",
                "find /etc/nginx -maxdepth 1 -name '*.conf'");
    }

    @Test
    void neverTowardsDeletion() {
        notAtAll("find . -delet", 1, "find: unknown predicate `-delet'\n");
        riskily("find . -exce cat {} +", 1, "find: unknown predicate `-exce'\n", "find . -exec cat {} +");
    }
}
