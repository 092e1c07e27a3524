package org.labcast.correction.rule;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class AptVerbTest extends RuleTest {
    AptVerbTest() {
        super(new AptVerb());
    }

    @Test
    void verbIsMended() {
        safely("sudo apt isntall -y tree", 100, "E: Invalid operation isntall\n", "sudo apt install -y tree");
        safely("apt-get search nginx-light", 100, "E: Invalid operation search\n", "apt-cache search nginx-light");
    }

    @Test
    void removalIsLeftToAPerson() {
        riskily("apt-get remov tree", 100, "E: Invalid operation remov\n", "apt-get remove tree");
    }
}
