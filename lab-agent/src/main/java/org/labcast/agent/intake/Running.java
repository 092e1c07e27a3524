package org.labcast.agent.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.exec.Cancellation;
import org.labcast.model.OrderId;

/** The job under way, so that a cancellation can reach it. */
public final class Running {
    private @Nullable OrderId job;
    private Cancellation cancellation = new Cancellation();

    public synchronized Cancellation begin(OrderId begun) {
        job = begun;
        cancellation = new Cancellation();
        return cancellation;
    }

    public synchronized void end() {
        job = null;
    }

    /**
     * Ends the command that runs, if that job is under way.
     *
     * @return whether it is
     */
    public boolean cancel(OrderId cancelled) {
        Optional<Cancellation> met = of(cancelled);
        met.ifPresent(Cancellation::cancel);
        return met.isPresent();
    }

    private synchronized Optional<Cancellation> of(OrderId wanted) {
        return wanted.equals(job) ? Optional.of(cancellation) : Optional.empty();
    }

    /** Ends the command that runs, whatever its job. */
    public void cancelAny() {
        current().ifPresent(Cancellation::cancel);
    }

    private synchronized Optional<Cancellation> current() {
        return job == null ? Optional.empty() : Optional.of(cancellation);
    }
}
