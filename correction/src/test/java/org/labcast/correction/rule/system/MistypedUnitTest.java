package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.NameKind;
import org.labcast.correction.RuleTest;

final class MistypedUnitTest extends RuleTest {
    MistypedUnitTest() {
        super(new MistypedUnit());
    }

    @Test
    void nearestUnit() {
        machine.names(NameKind.UNITS, "nginx.service", "ssh.service", "cron.service");
        safely(
                "systemctl restart ngnix",
                5,
                "Failed to restart ngnix.service: Unit ngnix.service not found.\n",
                "systemctl restart nginx");
        safely(
                "systemctl status ngnix.service",
                4,
                "Unit ngnix.service could not be found.\n",
                "systemctl status nginx.service");
    }

    @Test
    void stoppingAGuessIsLeftToAPerson() {
        machine.names(NameKind.UNITS, "nginx.service");
        riskily(
                "systemctl stop ngnix",
                5,
                "Failed to stop ngnix.service: Unit ngnix.service not loaded.\n",
                "systemctl stop nginx");
    }

    @Test
    void theSuffix() {
        machine.names(NameKind.UNITS, "nginx.service", "apt-daily.timer");
        safely(
                "systemctl status nginx.servce",
                4,
                "Unit nginx.servce.service could not be found.\n",
                "systemctl status nginx.service");
    }
}
