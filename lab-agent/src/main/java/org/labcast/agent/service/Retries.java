package org.labcast.agent.service;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.labcast.transport.jms.BusException;

/** Opens what the broker may refuse, again after a while. One thread uses it. */
final class Retries {
    private final Duration pause;
    private final Map<String, Refusal> refusals = new TreeMap<>();

    private record Refusal(String why, long at) {}

    Retries(Duration pause) {
        this.pause = pause;
    }

    /** @return what was opened; nothing when the broker refuses, or refused a short while ago */
    <T> Optional<T> open(String what, Supplier<T> opener) {
        Refusal before = refusals.get(what);
        if (before != null && System.nanoTime() - before.at() < pause.toNanos()) {
            return Optional.empty();
        }
        try {
            T opened = opener.get();
            refusals.remove(what);
            return Optional.of(opened);
        } catch (BusException e) {
            if (e.fault() != BusException.Fault.LOST) {
                refusals.put(what, new Refusal("No " + what + " are taken: " + e.getMessage(), System.nanoTime()));
            }
            return Optional.empty();
        }
    }

    /** Forgets what nobody wants any more. */
    void keep(Collection<String> wanted) {
        refusals.keySet().retainAll(wanted);
    }

    /** What is refused at the moment, and why. */
    Map<String, String> refusals() {
        Map<String, String> sentences = new TreeMap<>();
        refusals.forEach((what, refusal) -> sentences.put(what, refusal.why()));
        return sentences;
    }
}
