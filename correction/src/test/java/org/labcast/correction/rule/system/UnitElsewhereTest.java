package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class UnitElsewhereTest extends RuleTest {
    UnitElsewhereTest() {
        super(new UnitElsewhere());
    }

    @Test
    void nameOfThisDistribution() {
        machine.names(NameKind.UNITS, "apache2.service", "ssh.service", "cron.service");
        safely(
                "systemctl restart httpd",
                5,
                "Failed to restart httpd.service: Unit httpd.service not found.\n",
                "systemctl restart apache2");
        safely("service sshd status", 1, "sshd: unrecognized service\n", "service ssh status");
        safely(
                "systemctl status crond.service",
                4,
                "Unit crond.service could not be found.\n",
                "systemctl status cron.service");
    }

    @Test
    void whatIsNotInstalledIsNot() {
        machine.names(NameKind.UNITS, "ssh.service");
        notAtAll("systemctl restart httpd", 5, "Failed to restart httpd.service: Unit httpd.service not found.\n");
    }
}
