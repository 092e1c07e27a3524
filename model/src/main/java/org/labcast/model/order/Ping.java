package org.labcast.model.order;

/** Asks a host for a sign of life. */
public record Ping(Header header) implements Order {}
