package org.labcast.agent.worker;

import org.labcast.agent.task.AttemptListener;
import org.labcast.model.order.Job;
import org.labcast.model.result.Outcome;
import org.labcast.transport.pgp.Verified;

/** Does what a task says that is no command. */
@FunctionalInterface
public interface ServiceChanges {
    /** @param index of a task with a change */
    Outcome run(Verified<Job> job, int index, AttemptListener listener);
}
