package org.labcast.agent.service;

import java.time.Duration;

/**
 * How long things take between a provider, the broker and callers.
 *
 * @param lease how often entries are renewed; the broker forgets one after three times that
 * @param retry how often it is tried to take calls that the broker did not let us take
 * @param goAhead how long an accepted call waits for its caller's word
 * @param alive how long a caller hears nothing at most
 * @param silence of the caller after which a call is ended
 * @param beat how often a running call is looked at
 * @param grace between asking a tool to end and ending it
 * @param post how long the program that runs after the tool may take
 */
public record ServiceTimeouts(
        Duration lease,
        Duration retry,
        Duration goAhead,
        Duration alive,
        Duration silence,
        Duration beat,
        Duration grace,
        Duration post) {
    public static final ServiceTimeouts USUAL = new ServiceTimeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMillis(250),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));
}
