package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class OptionBlankTest extends RuleTest {
    OptionBlankTest() {
        super(new OptionBlank());
    }

    @Test
    void tooManyBlanks() {
        safely(
                "ls - la /etc",
                2,
                "ls: cannot access '-': No such file or directory\nls: cannot access 'la': No such file or directory\n",
                "ls -la /etc");
    }

    @Test
    void oneTooFew() {
        safely("ls -la/etc/nginx", 2, "ls: invalid option -- '/'\n", "ls -la /etc/nginx");
        safely("du -sh~/data", 1, "du: invalid option -- '~'\n", "du -sh ~/data");
    }

    @Test
    void dashAsAnOperand() {
        notAtAll("cat - notes", 1, "cat: x: No such file or directory\n");
        notAtAll("ls -lq", 2, "ls: invalid option -- 'j'\n");
    }
}
