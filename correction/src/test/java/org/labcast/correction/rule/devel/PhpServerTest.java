package org.labcast.correction.rule.devel;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PhpServerTest extends RuleTest {
    PhpServerTest() {
        super(new PhpServer());
    }

    @Test
    void anAddressIsServed() {
        riskily("php -t public -s 127.0.0.1:8080", 1, "", "php -t public -S 127.0.0.1:8080");
        notAtAll("php -s index.php", 1, "");
        notAtAll("php -S 127.0.0.1:8080", 1, "");
    }
}
