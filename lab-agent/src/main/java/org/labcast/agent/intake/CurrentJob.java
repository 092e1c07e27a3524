package org.labcast.agent.intake;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.process.Cancellation;
import org.labcast.model.OrderId;

/** The job under way, so that a cancellation can reach it. */
public final class CurrentJob {
    private final Consumer<OrderId> background;
    private @Nullable OrderId job;
    private Cancellation cancellation = new Cancellation();

    /** Of an agent whose jobs leave nothing in the background. */
    public CurrentJob() {
        this(job -> {});
    }

    /** @param background ends what a job that has ended has left running */
    public CurrentJob(Consumer<OrderId> background) {
        this.background = background;
    }

    public synchronized Cancellation begin(OrderId begun) {
        job = begun;
        cancellation = new Cancellation();
        return cancellation;
    }

    public synchronized void end() {
        job = null;
    }

    /**
     * Ends the command that runs, if that job is under way, or what the job has left in the background.
     *
     * @return whether it is
     */
    public boolean cancel(OrderId cancelled) {
        Optional<Cancellation> met = of(cancelled);
        met.ifPresentOrElse(Cancellation::cancel, () -> background.accept(cancelled));
        return met.isPresent();
    }

    private synchronized Optional<Cancellation> of(OrderId wanted) {
        return wanted.equals(job) ? Optional.of(cancellation) : Optional.empty();
    }

    /** The agent stops: ends the command that runs, whatever its job, unless it can go on without the agent. */
    public void stopAny() {
        current().ifPresent(Cancellation::stop);
    }

    private synchronized Optional<Cancellation> current() {
        return job == null ? Optional.empty() : Optional.of(cancellation);
    }
}
