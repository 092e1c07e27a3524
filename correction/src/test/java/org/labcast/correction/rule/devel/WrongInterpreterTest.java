package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class WrongInterpreterTest extends RuleTest {
    WrongInterpreterTest() {
        super(new WrongInterpreter());
    }

    @Test
    void suffixTells() {
        safely(
                "sh tool.py -v",
                2,
                "tool.py: 2: import: not found\ntool.py: 3: Syntax error: word unexpected (expecting \")\")\n",
                "python3 tool.py -v");
        safely("python3 backup.sh", 1, "  File \"backup.sh\", line 2\nSyntaxError: invalid syntax\n", "bash backup.sh");
    }

    @Test
    void itsOwn() {
        notAtAll("python3 tool.py", 1, "SyntaxError: invalid syntax\n");
        notAtAll("sh backup", 2, "backup: 1: Syntax error: \"(\" unexpected\n");
        notAtAll("sh tool.py", 2, "sh: 0: cannot open tool.py: No such file\n");
    }
}
