package org.labcast.agent.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.CommandStarter;
import org.labcast.model.OrderId;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Outcome;

/** Runs a task: the command, its retries, and the corrections that job and host allow. */
public final class TaskRunner {
    private final CommandStarter starter;
    private final CorrectionSource corrections;
    private final CorrectionLimits limits;

    public TaskRunner(CommandStarter starter, CorrectionSource corrections, CorrectionLimits limits) {
        this.starter = starter;
        this.corrections = corrections;
        this.limits = limits;
    }

    /** The same with commands that start otherwise. */
    public TaskRunner with(CommandStarter other, CorrectionSource source) {
        return new TaskRunner(other, source, limits);
    }

    public CorrectionSource corrections() {
        return corrections;
    }

    /**
     * Returns when nothing of the task is left to do. What the listener throws comes out here, and then nothing more of
     * the task has started. Suggestions and advice are only in the outcome when the task did not succeed.
     *
     * @param index of the task within the job, from 0
     */
    public Outcome run(OrderId job, int index, Task task, AttemptListener listener, Cancellation cancellation) {
        Attempts attempts = new Attempts(starter, job, index, task, listener, cancellation);
        attempts.run(Optional.empty());
        return finish(attempts, index, task);
    }

    /**
     * Goes on with a task whose last attempt an earlier life of the agent has started.
     *
     * @return empty when nobody knows what came of that
     */
    public Optional<Outcome> resume(Interrupted begun, Task task, AttemptListener listener, Cancellation cancellation) {
        Attempts attempts = new Attempts(starter, begun.job(), begun.index(), task, listener, cancellation);
        return attempts.resume(begun.earlier(), begun.command(), begun.correction(), begun.started())
                ? Optional.of(finish(attempts, begun.index(), task))
                : Optional.empty();
    }

    /**
     * Where an earlier life of the agent left a task.
     *
     * @param index of the task within the job, from 0
     * @param earlier attempts that have ended
     * @param command of the one after them
     * @param started when that was started
     */
    public record Interrupted(
            OrderId job,
            int index,
            List<Attempt> earlier,
            String command,
            Optional<Correction> correction,
            Instant started) {
        public Interrupted {
            earlier = List.copyOf(earlier);
        }
    }

    private Outcome finish(Attempts attempts, int index, Task task) {
        for (int retry = attempts.uncorrected();
                retry <= task.options().retries() && attempts.worthRetrying();
                retry++) {
            attempts.run(Optional.empty());
        }
        // The text of a script is no command line.
        CorrectionPolicy wanted = task.script().isPresent()
                ? CorrectionPolicy.OFF
                : task.options().correct();
        CorrectionSearch search = new CorrectionSearch(corrections, task, wanted.cappedBy(limits.policy()));
        Optional<Correction> next = search.after(attempts);
        for (int ran = attempts.corrected(); ran < limits.most() && next.isPresent(); ran++) {
            attempts.run(next);
            next = search.after(attempts);
        }
        return attempts.state().success()
                ? new Outcome(index, attempts.state(), attempts.all(), List.of())
                : new Outcome(index, attempts.state(), attempts.all(), search.untried(attempts), search.advice());
    }
}
