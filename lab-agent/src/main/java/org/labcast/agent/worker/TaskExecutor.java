package org.labcast.agent.worker;

import org.labcast.agent.exec.AttemptListener;
import org.labcast.agent.exec.Cancellation;
import org.labcast.model.OrderId;
import org.labcast.model.Outcome;
import org.labcast.model.Task;

/** Runs one task to its outcome; see {@link org.labcast.agent.exec.TaskRunner}. */
@FunctionalInterface
public interface TaskExecutor {
    Outcome run(OrderId job, int index, Task task, AttemptListener listener, Cancellation cancellation);
}
