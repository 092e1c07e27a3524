package org.labcast.publisher.report;

import java.time.Instant;

/**
 * When a host was last seen in the list of hosts.
 *
 * @param on whether it is thought to be up now
 * @param trouble why it takes no jobs, in its own words; empty when all is well
 */
public record LastSeen(Instant at, boolean on, String trouble) {}
