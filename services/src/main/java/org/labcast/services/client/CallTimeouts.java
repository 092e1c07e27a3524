package org.labcast.services.client;

import java.time.Duration;

/**
 * How long a caller waits for what. All of it is measured on the caller's own monotonic clock.
 *
 * @param acceptance for some host to take the call, when hosts are free
 * @param slot for a slot when all hosts are busy and the call has no timeout of its own
 * @param pause before a busy host is asked again
 * @param keepAlive between signs of life that the caller gives
 * @param silence of a host that is at work before it counts as lost
 * @param lookup how old a list of entries may be that is good enough to send a call
 */
public record CallTimeouts(
        Duration acceptance, Duration slot, Duration pause, Duration keepAlive, Duration silence, Duration lookup) {
    /** Half of what hosts grant: they end what they run after 15 s without a sign of life. */
    public static final CallTimeouts USUAL = new CallTimeouts(
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2));

    /** Between two looks at the time; what is noticed, is noticed that much late at most. */
    Duration beat() {
        return keepAlive.dividedBy(20);
    }
}
