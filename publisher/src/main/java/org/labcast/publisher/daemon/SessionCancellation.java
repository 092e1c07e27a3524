package org.labcast.publisher.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import org.labcast.publisher.terminal.Cancellation;

/** Ctrl-C for one command of several in this process. */
final class SessionCancellation implements Cancellation {
    private final Deque<Runnable> last = new ArrayDeque<>();
    private boolean requested;

    @Override
    public synchronized Last atCancel(Runnable words) {
        last.push(words);
        return () -> remove(words);
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
        }
    }

    private synchronized Iterable<Runnable> take() {
        requested = true;
        Deque<Runnable> taken = new ArrayDeque<>(last);
        last.clear();
        return taken;
    }
}
