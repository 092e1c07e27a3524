package org.labcast.model.order;

import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;

/**
 * Asks for the full output of one task of a job, as far as the host has kept it.
 *
 * @param task index of the task within the job, from 0
 */
public record Fetch(Header header, OrderId job, int task) implements Order {
    public Fetch {
        if (task < 0) {
            throw new InvalidValueException("tasks count from 0");
        }
    }
}
