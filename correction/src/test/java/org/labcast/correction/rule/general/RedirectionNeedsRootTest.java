package org.labcast.correction.rule.general;

import java.util.List;
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

    @Test
    void everyShellSaysItInItsWay() {
        machine.directory("/etc");
        for (String said : List.of(
                "/usr/bin/sh: 1: cannot create /etc/labflag: Permission denied\n",
                "sh: can't create /etc/labflag: Permission denied\n",
                "zsh: permission denied: /etc/labflag\n",
                "bash: Zeile 1: /etc/labflag: Keine Berechtigung\n")) {
            safely("echo 10 > /etc/labflag", 2, said, "sudo sh -c \"echo 10 > /etc/labflag\"");
        }
    }
}
