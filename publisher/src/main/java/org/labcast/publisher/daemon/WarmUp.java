package org.labcast.publisher.daemon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.publisher.Wiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does at once and side by side what the first command would have to wait for. Whatever fails here is told by that command. */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final SharedWiring shared;

    WarmUp(SharedWiring shared) {
        this.shared = shared;
    }

    void start() {
        for (Step step : List.<Step>of(wiring -> wiring.collector().drain(), WarmUp::sign)) {
            Thread thread = new Thread(() -> run(step), "warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private interface Step {
        void run(Wiring wiring);
    }

    private void run(Step step) {
        try {
            step.run(shared.lender());
        } catch (LabcastException e) {
            LOG.debug("the first command will say so", e);
        }
    }

    private static void sign(Wiring wiring) {
        wiring.signer().sign(Bytes.of("nothing".getBytes(StandardCharsets.UTF_8)));
        wiring.homeKey();
    }
}
