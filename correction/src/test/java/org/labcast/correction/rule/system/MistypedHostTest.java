package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class MistypedHostTest extends RuleTest {
    MistypedHostTest() {
        super(new MistypedHost());
    }

    @Test
    void localhost() {
        safely(
                "curl -fsS http://lcoalhost/",
                6,
                "curl: (6) Could not resolve host: lcoalhost\n",
                "curl -fsS http://localhost/");
        safely(
                "wget http://localhst:8080/x",
                4,
                "wget: unable to resolve host address ‘localhst’\n",
                "wget http://localhost:8080/x");
        safely("ping -c1 loclahost", 2, "ping: loclahost: Name or service not known\n", "ping -c1 localhost");
        safely(
                "ssh ann@localhots true",
                255,
                "ssh: Could not resolve hostname localhots: Temporary failure in name resolution\n",
                "ssh ann@localhost true");
    }

    @Test
    void otherHosts() {
        notAtAll("ping -c1 lab-10", 2, "ping: lab-10: Name or service not known\n");
    }
}
