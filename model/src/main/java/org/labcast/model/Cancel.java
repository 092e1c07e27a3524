package org.labcast.model;

/** Stops a job: one that waits never starts, one that runs is ended. */
public record Cancel(Header header, OrderId job) implements Order {}
