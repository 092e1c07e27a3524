package org.labcast.agent.service;

import java.time.Duration;
import java.time.Instant;

/**
 * When the caller was heard last, by this machine's monotonic clock. A credit that came before is no sign of life, so that whoever
 * holds old ones cannot keep a tool running: each must grant more than those before it, or have been signed later.
 */
final class Liveness {
    private long heard = System.nanoTime();
    private long granted = -1;
    private Instant signed = Instant.MIN;

    /** @return whether it counts */
    synchronized boolean hear(long grants, Instant signedAt) {
        if (grants <= granted && !signedAt.isAfter(signed)) {
            return false;
        }
        granted = Math.max(granted, grants);
        signed = signedAt.isAfter(signed) ? signedAt : signed;
        heard = System.nanoTime();
        return true;
    }

    synchronized boolean silentFor(Duration time) {
        return System.nanoTime() - heard >= time.toNanos();
    }
}
