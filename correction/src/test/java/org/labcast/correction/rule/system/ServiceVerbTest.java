package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class ServiceVerbTest extends RuleTest {
    ServiceVerbTest() {
        super(new ServiceVerb());
    }

    @Test
    void nearestVerb() {
        safely("service nginx retsart", 1, "nginx: unrecognized service\n", "service nginx restart");
        safely(
                "sudo service nginx relaod",
                3,
                "Usage: nginx {start|stop|restart|reload}\n",
                "sudo service nginx reload");
    }

    @Test
    void stoppingIsLeftToAPerson() {
        riskily("service nginx stpo", 1, "nginx: unrecognized service\n", "service nginx stop");
    }

    @Test
    void unknownServicesAreAnother() {
        notAtAll("service ngnix restart", 1, "ngnix: unrecognized service\n");
        notAtAll("service nginx frobnicate", 1, "nginx: unrecognized service\n");
    }
}
