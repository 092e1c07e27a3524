package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class UrlForHostTest extends RuleTest {
    UrlForHostTest() {
        super(new UrlForHost());
    }

    @Test
    void hostIsTaken() {
        safely("whois https://lab.example.org/x?y=1", 1, "", "whois lab.example.org");
        safely(
                "ping -c1 'http://lab.example.org:8080'",
                2,
                "ping: http://lab.example.org:8080: Name or service not known\n",
                "ping -c1 lab.example.org");
        safely("dig lab.example.org/", 9, "", "dig lab.example.org");
    }

    @Test
    void hostsAndNetworksStay() {
        notAtAll("ping -c1 lab.example.org", 2, "");
        notAtAll("dig -x 10.0.0.0/8", 1, "");
        notAtAll("curl https://lab.example.org/", 6, "");
    }
}
