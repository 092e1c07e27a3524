package org.labcast.publisher.daemon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.labcast.publisher.terminal.Cancellation;

/** Ctrl-C for one command of several in this process. */
final class SessionCancellation implements Cancellation {
    private final Deque<Runnable> last = new ArrayDeque<>();
    private final CountDownLatch spoken = new CountDownLatch(1);
    private boolean requested;

    /** Words that come too late are said at once. */
    @Override
    public Last atCancel(Runnable words) {
        if (keep(words)) {
            return () -> remove(words);
        }
        words.run();
        spoken.countDown();
        return () -> {};
    }

    private synchronized boolean keep(Runnable words) {
        if (!requested) {
            last.push(words);
        }
        return !requested;
    }

    private synchronized void remove(Runnable words) {
        last.remove(words);
    }

    @Override
    public synchronized boolean isRequested() {
        return requested;
    }

    /** Has the last words said and done, once. */
    void request() {
        for (Runnable words : take()) {
            words.run();
            spoken.countDown();
        }
    }

    /** Waits for the last words of a command that has not come to them yet. */
    void awaitWords(Duration atMost) throws InterruptedException {
        spoken.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Iterable<Runnable> take() {
        requested = true;
        Deque<Runnable> taken = new ArrayDeque<>(last);
        last.clear();
        return taken;
    }
}
