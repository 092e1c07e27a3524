package org.labcast.correction.rule.line;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class AssignmentBlankTest extends RuleTest {
    AssignmentBlankTest() {
        super(new AssignmentBlank());
    }

    @Test
    void blanksGo() {
        safely("DIR = '/srv/a b' && ls", 127, "sh: 1: DIR: not found\n", "DIR='/srv/a b' && ls");
        safely("DIR =/srv", 127, "bash: line 1: DIR: command not found\n", "DIR=/srv");
        safely("export DIR = /srv", 2, "sh: 1: export: : bad variable name\n", "export DIR=/srv");
    }

    @Test
    void commandsStay() {
        notAtAll("test = x", 1, "");
        notAtAll("foo = x y", 127, "sh: 1: foo: not found\n");
    }
}
