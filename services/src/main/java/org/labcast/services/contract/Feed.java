package org.labcast.services.contract;

/**
 * A stream that feeds a call: each line of {@code from} becomes one call of {@code to}.
 *
 * @param parameter of {@code to} that takes the line
 */
public record Feed(ServicePort from, ServicePort to, String parameter) {}
