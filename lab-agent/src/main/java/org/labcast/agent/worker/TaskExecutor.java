package org.labcast.agent.worker;

import java.util.Optional;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.task.AttemptListener;
import org.labcast.agent.task.TaskRunner;
import org.labcast.model.OrderId;
import org.labcast.model.order.Job;
import org.labcast.model.result.Outcome;
import org.labcast.transport.pgp.Verified;

/** What does the work of a job on this machine. */
public interface TaskExecutor {
    /** Why nothing of a job is to be begun; asked before its first task. */
    default Optional<String> obstacle(Verified<Job> job) {
        return Optional.empty();
    }

    /**
     * Runs one task to its outcome; see {@link TaskRunner}.
     *
     * @param index of the task within the job, from 0
     */
    Outcome run(Verified<Job> job, int index, AttemptListener listener, Cancellation cancellation);

    /**
     * Goes on with a task whose last attempt an earlier life of the agent has started.
     *
     * @return empty when nobody knows what came of that
     */
    default Optional<Outcome> resume(
            Verified<Job> job, JobRecord record, AttemptListener listener, Cancellation cancellation) {
        return Optional.empty();
    }

    /** Whether the last command has ended the shell of the job, and with it the file. */
    default boolean hasEndedFile(OrderId job) {
        return false;
    }

    /**
     * To be called with the outcome of a job's last task, while nothing of it is recorded.
     *
     * @return the outcome with what the end of the job's shell has added
     */
    default Outcome finish(Verified<Job> job, Outcome last) {
        return last;
    }

    /**
     * Nothing more of the job runs in its shells; what they left in the background runs on.
     *
     * @param cancelled then nothing does
     */
    default void close(OrderId job, boolean cancelled) {}

    /** The agent stops; what runs in a job's shell goes on. */
    default void leave() {}

    /**
     * Ends what an earlier life of the agent has left of a task.
     *
     * @return whether nothing of it runs any more
     */
    boolean endLeftovers(OrderId job, int index);
}
