package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class BracketBlankTest extends RuleTest {
    BracketBlankTest() {
        super(new BracketBlank());
    }

    @Test
    void blanksAreMissing() {
        safely("[ -f x] && echo y", 2, "bash: line 1: [: missing `]'\n", "[ -f x ] && echo y");
        safely("[ -f x] && echo y", 2, "sh: 1: [: missing ]\n", "[ -f x ] && echo y");
        safely("[-f x ] && echo y", 127, "bash: line 1: [-f: command not found\n", "[ -f x ] && echo y");
        safely("[-f x] && echo y", 127, "sh: 1: [-f: not found\n", "[ -f x ] && echo y");
        safely("[[-f x]] && echo y", 127, "bash: line 1: [[-f: command not found\n", "[[ -f x ]] && echo y");
    }

    @Test
    void noBracketAtTheEnd() {
        notAtAll("[ -f x && echo y", 2, "sh: 1: [: missing ]\n");
    }
}
