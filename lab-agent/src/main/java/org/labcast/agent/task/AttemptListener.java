package org.labcast.agent.task;

import java.util.Optional;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;

/** Is told of every command before it starts; whatever it throws keeps the command from starting. */
@FunctionalInterface
public interface AttemptListener {
    /**
     * Is told how an attempt ended after which another one starts, before that does.
     *
     * @param task index of the task within the job, from 0
     */
    default void followed(int task, Attempt ended) {}

    /**
     * Returns when the start is recorded durably.
     *
     * @param task index of the task within the job, from 0
     * @param attempt running number of the attempt within the task, from 0
     * @param command what is about to run
     * @param correction why that, instead of the command asked for
     */
    void starting(int task, int attempt, String command, Optional<Correction> correction);
}
