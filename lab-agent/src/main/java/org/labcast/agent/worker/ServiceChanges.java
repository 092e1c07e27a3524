package org.labcast.agent.worker;

import org.labcast.agent.exec.AttemptListener;
import org.labcast.model.Job;
import org.labcast.model.Outcome;
import org.labcast.transport.pgp.Verified;

/** Does what a task says that is no command. */
@FunctionalInterface
public interface ServiceChanges {
    /** @param index of a task with a change */
    Outcome run(Verified<Job> job, int index, AttemptListener listener);
}
