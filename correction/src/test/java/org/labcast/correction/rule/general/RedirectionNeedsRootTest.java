package org.labcast.correction.rule.general;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class RedirectionNeedsRootTest extends RuleTest {
    RedirectionNeedsRootTest() {
        super(new RedirectionNeedsRoot());
    }

    @Test
    void aShellOfRootOpensIt() {
        machine.directory("/etc");
        safely(
                "echo 10 > /etc/labflag",
                1,
                "bash: line 1: /etc/labflag: Permission denied\n",
                "sudo sh -c \"echo 10 > /etc/labflag\"");
        safely(
                "echo 10 >> /etc/labflag",
                2,
                "sh: 1: cannot create /etc/labflag: Permission denied\n",
                "sudo sh -c \"echo 10 >> /etc/labflag\"");
    }

    @Test
    void removingAsRootIsLeftToAPerson() {
        machine.directory("/etc");
        riskily("rm x > /etc/log", 1, "bash: line 1: /etc/log: Permission denied\n", "sudo sh -c \"rm x > /etc/log\"");
    }

    @Test
    void sudoBeforeEchoIsNotEnough() {
        machine.directory("/etc");
        safely(
                "sudo echo 10 > /etc/labflag",
                1,
                "bash: line 1: /etc/labflag: Permission denied\n",
                "sudo sh -c \"echo 10 > /etc/labflag\"");
        notAtAll("sudo -u bob echo 10 > /etc/labflag", 1, "bash: line 1: /etc/labflag: Permission denied\n");
    }
}
