package org.labcast.agent.process;

import java.util.Optional;
import org.labcast.model.OrderId;
import org.labcast.model.order.Script;
import org.labcast.model.order.TaskOptions;

/**
 * One start of one command.
 *
 * @param task index of the task within the job, from 0
 * @param attempt running number of the attempt within the task, from 0
 * @param text for the shell
 * @param script how the text is run when it is no text for a shell
 */
public record Command(OrderId job, int task, int attempt, String text, TaskOptions options, Optional<Script> script) {
    /** A text for a shell. */
    public Command(OrderId job, int task, int attempt, String text, TaskOptions options) {
        this(job, task, attempt, text, options, Optional.empty());
    }
}
