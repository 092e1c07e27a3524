package org.labcast.correction.rule.system;

import org.junit.jupiter.api.Test;
import org.labcast.correction.RuleTest;

final class PortTakenTest extends RuleTest {
    PortTakenTest() {
        super(new PortTaken());
    }

    private static final String LSOF =
            "COMMAND   PID USER   FD   TYPE DEVICE SIZE/OFF NODE NAME\nnginx    4711 root    6u  IPv4  22113      0t0  TCP *:8080 (LISTEN)\n";

    @Test
    void onlyShown() {
        machine.answer("lsof -i :8080", LSOF);
        riskily(
                "python3 -m http.server 8080",
                1,
                "OSError: [Errno 98] Address already in use\nbind on address ('0.0.0.0', 8080)\n",
                "kill 4711 && python3 -m http.server 8080");
        riskily(
                "sudo nginx",
                1,
                "nginx: [emerg] bind() to 0.0.0.0:8080 failed (98: Address already in use)\n",
                "sudo kill 4711 && sudo nginx");
    }

    @Test
    void nobodyIsEndedUnknown() {
        notAtAll("./app", 1, "Error: listen EADDRINUSE: address already in use :::8080\n");
    }
}
