package org.labcast.agent.worker;

import org.labcast.agent.exec.AttemptListener;
import org.labcast.agent.exec.Cancellation;
import org.labcast.agent.exec.Leftovers;
import org.labcast.agent.exec.TaskRunner;
import org.labcast.model.Job;
import org.labcast.model.OrderId;
import org.labcast.model.Outcome;
import org.labcast.model.Task;
import org.labcast.transport.pgp.Verified;

/** What does the work of a job on this machine. */
public interface TaskExecutor {
    /**
     * Runs one task to its outcome; see {@link TaskRunner}.
     *
     * @param index of the task within the job, from 0
     */
    Outcome run(Verified<Job> job, int index, AttemptListener listener, Cancellation cancellation);

    /**
     * Ends what an earlier life of the agent has left of a task.
     *
     * @return whether nothing of it runs any more
     */
    boolean endLeftovers(OrderId job, int index);

    static TaskExecutor of(TaskRunner runner, ServiceChanges changes, Leftovers leftovers) {
        return new TaskExecutor() {
            @Override
            public Outcome run(Verified<Job> job, int index, AttemptListener listener, Cancellation cancellation) {
                Task task = job.value().tasks().get(index);
                return task.change().isPresent()
                        ? changes.run(job, index, listener)
                        : runner.run(job.value().id(), index, task, listener, cancellation);
            }

            @Override
            public boolean endLeftovers(OrderId job, int index) {
                return leftovers.end(job, index);
            }
        };
    }
}
