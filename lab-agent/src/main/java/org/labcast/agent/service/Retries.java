package org.labcast.agent.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.labcast.agent.Trouble;
import org.labcast.transport.jms.BusException;

/** Opens what the broker may refuse, again after a while, and tells of the refusal once. One thread uses it. */
final class Retries {
    private final Trouble trouble;
    private final Duration pause;
    private final Map<String, Long> refused = new HashMap<>();

    Retries(Trouble trouble, Duration pause) {
        this.trouble = trouble;
        this.pause = pause;
    }

    /**
     * @param area of the trouble
     * @return what was opened; nothing when the broker refuses, or refused a short while ago
     */
    <T> Optional<T> open(String area, Supplier<T> opener) {
        Long since = refused.get(area);
        if (since != null && System.nanoTime() - since < pause.toNanos()) {
            return Optional.empty();
        }
        try {
            T opened = opener.get();
            refused.remove(area);
            trouble.end(area);
            return Optional.of(opened);
        } catch (BusException e) {
            refused.put(area, System.nanoTime());
            trouble.begin(area, "No " + area + " are taken: " + e.getMessage());
            return Optional.empty();
        }
    }
}
