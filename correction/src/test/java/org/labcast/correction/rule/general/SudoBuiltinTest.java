package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SudoBuiltinTest extends RuleTest {
    SudoBuiltinTest() {
        super(new SudoBuiltin());
    }

    private static final String BUILT_IN =
            "sudo: cd: command not found\n" + "sudo: \"cd\" is a shell built-in command, it cannot be run directly.\n";

    @Test
    void oneShellForAllOfIt() {
        safely("sudo cd /etc/ssl/private && pwd", 1, BUILT_IN, "sudo sh -c 'cd /etc/ssl/private && pwd'");
        riskily("sudo cd /opt/lab && make", 1, BUILT_IN, "sudo sh -c 'cd /opt/lab && make'");
        riskily("sudo cd /opt/lab && ls > list", 1, BUILT_IN, "sudo sh -c 'cd /opt/lab && ls > list'");
    }

    @Test
    void theRestHasRun() {
        notAtAll("sudo cd /opt/lab; ls", 0, BUILT_IN);
        notAtAll("sudo cd /opt/lab", 1, BUILT_IN);
        notAtAll("cd /opt/lab && ls", 1, "bash: line 1: cd: /opt/lab: No such file or directory\n");
    }
}
