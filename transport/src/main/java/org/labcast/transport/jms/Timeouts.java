package org.labcast.transport.jms;

import java.time.Duration;

/**
 * How long a connection waits for the other side. That TLS is agreed it awaits for 10 s: the client library leaves that to
 * Netty, without a setting.
 *
 * @param connect for the port to open
 * @param call for the broker's answer to a request
 */
public record Timeouts(Duration connect, Duration call) {
    /** A busy broker on a slow network is waited for; one that hangs is given up within the minute. */
    public static final Timeouts STANDARD = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15));

    public Timeouts {
        if (connect.toSeconds() < 1 || call.toSeconds() < 1) {
            throw new IllegalArgumentException("timeouts of less than a second: " + connect + ", " + call);
        }
    }

    int connectMillis() {
        return Math.toIntExact(connect.toMillis());
    }
}
