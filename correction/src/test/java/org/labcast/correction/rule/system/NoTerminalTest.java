package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class NoTerminalTest extends RuleTest {
    NoTerminalTest() {
        super(new NoTerminal());
    }

    @Test
    void withoutATerminal() {
        safely("top", 1, "top: failed tty get\n", "top -b -n 1");
    }

    @Test
    void editorsNeedOne() {
        notAtAll("vi x", 1, "Vim: Warning: Output is not to a terminal\n");
    }
}
