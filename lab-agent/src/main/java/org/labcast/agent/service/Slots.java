package org.labcast.agent.service;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.labcast.agent.core.ChangeSignal;

/** So many calls of a port run at once. */
final class Slots {
    private static final Duration LONG = Duration.ofHours(1);

    private final ChangeSignal signal = new ChangeSignal();
    private int free;

    Slots(int all) {
        this.free = all;
    }

    synchronized int free() {
        return free;
    }

    /** Takes one, if one is free. */
    synchronized boolean take() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    void give() {
        synchronized (this) {
            free++;
        }
        signal.ring();
    }

    /** Returns when one is free, without taking it, or when nobody wants one any more, after {@link #wake}. */
    void awaitFree(BooleanSupplier unwanted) {
        long rings = signal.rings();
        while (free() == 0 && !unwanted.getAsBoolean()) {
            signal.await(rings, LONG);
            rings = signal.rings();
        }
    }

    /** Makes those who wait ask whether they still want one. */
    void wake() {
        signal.ring();
    }
}
