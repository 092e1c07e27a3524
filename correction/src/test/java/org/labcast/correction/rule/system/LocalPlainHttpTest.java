package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class LocalPlainHttpTest extends RuleTest {
    LocalPlainHttpTest() {
        super(new LocalPlainHttp());
    }

    @Test
    void onlyHereUnattended() {
        safely(
                "curl -fsS https://localhost/",
                7,
                "curl: (7) Failed to connect to localhost port 443 after 0 ms: Couldn't connect to server\n",
                "curl -fsS http://localhost/");
        riskily(
                "curl https://example.org/",
                7,
                "curl: (7) Failed to connect to example.org port 443 after 0 ms: Couldn't connect to server\n",
                "curl http://example.org/");
    }

    @Test
    void onlyTheExitCodeTells() {
        safely("wget -qO- https://localhost/", 4, "", "wget -qO- http://localhost/");
        safely("curl -s https://127.0.0.1", 7, "", "curl -s http://127.0.0.1");
        notAtAll("curl -s https://example.org/", 7, "");
        notAtAll("curl -s https://localhost:8443/", 7, "");
    }
}
