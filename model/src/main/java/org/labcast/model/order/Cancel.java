package org.labcast.model.order;

import org.labcast.model.OrderId;

/** Stops a job: one that waits never starts, one that runs is ended. */
public record Cancel(Header header, OrderId job) implements Order {}
