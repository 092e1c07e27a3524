package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class BashismTest extends RuleTest {
    BashismTest() {
        super(new Bashism());
    }

    @Test
    void theLine() {
        riskily("[[ -f x ]] && ls", 127, "sh: 1: [[: not found\n", "bash -c '[[ -f x ]] && ls'");
        riskily("source ./env && ls", 127, "sh: 1: source: not found\n", "bash -c 'source ./env && ls'");
        riskily("diff <(ls a) <(ls b)", 2, "sh: 1: Syntax error: \"(\" unexpected\n", "bash -c 'diff <(ls a) <(ls b)'");
    }

    @Test
    void theScript() {
        riskily("sh install.sh -y", 2, "install.sh: 3: [[: not found\n", "bash install.sh -y");
        riskily("sudo sh x.sh", 2, "x.sh: 12: Syntax error: \"(\" unexpected\n", "sudo bash x.sh");
        notAtAll("bash x.sh", 127, "x.sh: line 3: foo: command not found\n");
    }
}
