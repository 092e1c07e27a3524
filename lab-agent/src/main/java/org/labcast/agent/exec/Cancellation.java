package org.labcast.agent.exec;

import java.util.LinkedHashSet;
import java.util.Set;

/** A job's cancel: any thread may cancel, once and for good; the command that runs is then ended. */
public final class Cancellation {
    private final Set<Runnable> actions = new LinkedHashSet<>();
    private boolean cancelled;

    /** Returns at once; the running command ends within the grace that its runner gives. */
    public void cancel() {
        Set<Runnable> due;
        synchronized (this) {
            cancelled = true;
            due = Set.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs the action when the job is cancelled, at once if it is; closing the registration forgets it. */
    Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void forget(Runnable action) {
        actions.remove(action);
    }

    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
