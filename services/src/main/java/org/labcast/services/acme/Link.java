package org.labcast.services.acme;

/** {@code from to to}: an attachment of a port to a role, or a binding. */
public record Link(Name from, Name to) {}
