package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SystemctlOrderTest extends RuleTest {
    SystemctlOrderTest() {
        super(new SystemctlOrder());
    }

    @Test
    void wordsChangePlaces() {
        safely("sudo systemctl nginx restart", 1, "Unknown command verb nginx.\n", "sudo systemctl restart nginx");
        safely("service restart nginx", 1, "restart: unrecognized service\n", "service nginx restart");
    }

    @Test
    void stoppingIsLeftToAPerson() {
        riskily("systemctl nginx stop", 1, "Unknown command verb nginx.\n", "systemctl stop nginx");
    }

    @Test
    void withoutAFullStop() {
        safely("systemctl cron restart", 1, "Unknown operation 'cron'\n", "systemctl restart cron");
    }

    @Test
    void verbsThatAreMistyped() {
        notAtAll("systemctl restrat nginx", 1, "Unknown command verb restrat.\n");
    }
}
