package org.labcast.services.contract;

/** A parameter of a service port. */
public record Parameter(String name, ValueType type) {}
