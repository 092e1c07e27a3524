package org.labcast.agent.exec;

import java.util.List;
import java.util.Optional;
import org.labcast.model.Correction;
import org.labcast.model.CorrectionPolicy;
import org.labcast.model.OrderId;
import org.labcast.model.Outcome;
import org.labcast.model.Task;

/** Runs a task: the command, its retries, and the corrections that job and host allow. */
public final class TaskRunner {
    private final CommandRunner runner;
    private final CorrectionSource corrections;
    private final CorrectionLimits limits;

    public TaskRunner(CommandRunner runner, CorrectionSource corrections, CorrectionLimits limits) {
        this.runner = runner;
        this.corrections = corrections;
        this.limits = limits;
    }

    /**
     * Returns when nothing of the task is left to do. What the listener throws comes out here, and then nothing more of
     * the task has started. Suggestions and advice are only in the outcome when the task did not succeed.
     *
     * @param index of the task within the job, from 0
     */
    public Outcome run(OrderId job, int index, Task task, AttemptListener listener, Cancellation cancellation) {
        return run(job, index, task, Command.Place.ALONE, listener, cancellation);
    }

    /** The same of a task that is typed into the job's shell. */
    public Outcome run(
            OrderId job,
            int index,
            Task task,
            Command.Place place,
            AttemptListener listener,
            Cancellation cancellation) {
        Attempts attempts = new Attempts(runner, job, index, task, place, listener, cancellation);
        attempts.run(Optional.empty());
        for (int retry = 0; retry < task.options().retries() && attempts.worthRetrying(); retry++) {
            attempts.run(Optional.empty());
        }
        // The text of a script is no command line.
        CorrectionPolicy wanted = task.script().isPresent()
                ? CorrectionPolicy.OFF
                : task.options().correct();
        CorrectionSearch search = new CorrectionSearch(corrections, task, wanted.cappedBy(limits.policy()));
        Optional<Correction> next = search.after(attempts);
        for (int ran = 0; ran < limits.most() && next.isPresent(); ran++) {
            attempts.run(next);
            next = search.after(attempts);
        }
        return attempts.state().success()
                ? new Outcome(index, attempts.state(), attempts.all(), List.of())
                : new Outcome(index, attempts.state(), attempts.all(), search.untried(attempts), search.advice());
    }
}
