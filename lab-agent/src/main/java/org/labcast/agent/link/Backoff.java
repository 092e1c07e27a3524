package org.labcast.agent.link;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Pauses of 1, 2, 4 … 30 s between attempts, each shortened at random so that a whole lab does not come at once. */
final class Backoff {
    private static final long LONGEST_MILLIS = 30_000;

    private final DoubleSupplier random;
    private long next = 1_000;

    /** @param random from 0 to 1 */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    Duration next() {
        long millis = (long) (next * (1 - random.getAsDouble() / 2));
        next = Math.min(2 * next, LONGEST_MILLIS);
        return Duration.ofMillis(millis);
    }

    /** After a refusal that only a person can end, the longest pause at once, tenfold. */
    Duration nextOfRefused() {
        next = LONGEST_MILLIS;
        return next().multipliedBy(10);
    }

    void reset() {
        next = 1_000;
    }
}
