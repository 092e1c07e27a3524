package org.labcast.services.page;

import java.time.Duration;

/**
 * Counts the changes of a page, so that a browser can ask for what came after the one it knows. It is also the lock of all
 * widgets of the page.
 */
final class ChangeCounter {
    private long version;

    /** The number of a change that is made now; the caller holds the lock until it is made. */
    synchronized long next() {
        version++;
        notifyAll();
        return version;
    }

    synchronized long version() {
        return version;
    }

    /** Waits until there is a change after {@code seen}, and for so long at most. */
    synchronized void await(long seen, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (version <= seen) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
