package org.labcast.agent.process;

import java.util.LinkedHashSet;
import java.util.Set;

/** A job's cancel: any thread may cancel, once and for good; the command that runs is then ended. */
public final class Cancellation {
    private final Set<Runnable> actions = new LinkedHashSet<>();
    private boolean cancelled;
    private boolean stop;

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

    /** The same because the agent stops: what can go on without it is left alone. */
    public void stop() {
        synchronized (this) {
            stop = !cancelled;
        }
        cancel();
    }

    /** Whether it is the agent that stops, and not the job that was cancelled. */
    public synchronized boolean isStop() {
        return stop;
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Runs the action when the job is cancelled, at once if it is; closing the registration forgets it. */
    public Registration onCancel(Runnable action) {
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

    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
