package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class SystemctlVerbTest extends RuleTest {
    SystemctlVerbTest() {
        super(new SystemctlVerb());
    }

    @Test
    void nearestVerb() {
        safely("sudo systemctl restar nginx", 1, "Unknown command verb restar.\n", "sudo systemctl restart nginx");
    }

    @Test
    void stoppingIsLeftToAPerson() {
        riskily("systemctl stpo nginx", 1, "Unknown command verb stpo.\n", "systemctl stop nginx");
    }

    @Test
    void whereNothingWasSaidTheVerbIsAGuess() {
        riskily("systemctl restar nginx", 1, "", "systemctl restart nginx");
        notAtAll("systemctl is-active nginx", 3, "");
    }
}
