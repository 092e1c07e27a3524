package org.labcast.agent.exec;

import org.labcast.model.OrderId;
import org.labcast.model.TaskOptions;

/**
 * One start of one command.
 *
 * @param task index of the task within the job, from 0
 * @param attempt running number of the attempt within the task, from 0
 * @param text for the shell
 */
public record Command(OrderId job, int task, int attempt, String text, TaskOptions options) {}
