package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class WhoisDomainTest extends RuleTest {
    WhoisDomainTest() {
        super(new WhoisDomain());
    }

    @Test
    void domainsAbove() {
        riskily(
                "whois www.lab.example.org",
                1,
                "No match for domain\n",
                "whois lab.example.org",
                "whois example.org",
                "whois org");
        notAtAll("whois org", 1, "");
        notAtAll("whois lab.example.org", 1, "connect: Network is unreachable\n");
    }
}
