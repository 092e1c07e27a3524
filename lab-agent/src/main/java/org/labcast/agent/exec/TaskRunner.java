package org.labcast.agent.exec;

import java.util.List;
import org.labcast.model.OrderId;
import org.labcast.model.Outcome;
import org.labcast.model.Task;
import org.labcast.model.TaskState;

/** Runs a task: the command, its retries, and the corrections that job and host allow. */
public final class TaskRunner {
    public TaskRunner(CommandRunner runner, CorrectionSource corrections, CorrectionLimits limits) {}

    /**
     * Returns when nothing of the task is left to do.
     *
     * @param index of the task within the job, from 0
     */
    public Outcome run(OrderId job, int index, Task task, AttemptListener listener, Cancellation cancellation) {
        return new Outcome(index, TaskState.SKIPPED, List.of(), List.of());
    }
}
