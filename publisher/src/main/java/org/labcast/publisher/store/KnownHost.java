package org.labcast.publisher.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.HostName;
import org.labcast.model.host.Presence;

/**
 * A host as this publisher knows it.
 *
 * @param enrolled empty while it has not joined
 * @param invited whether an invitation waits for it
 * @param invitedUntil when that invitation ends; empty for one without an end
 * @param presence its latest entry in the list of hosts
 * @param seen when that entry was last met, by the publisher's clock
 * @param answered when a result of it was last taken in, by the publisher's clock
 * @param doubled whether two machines have spoken as this host lately
 */
public record KnownHost(
        HostName host,
        Optional<EnrolledHost> enrolled,
        boolean invited,
        Optional<Instant> invitedUntil,
        Optional<Presence> presence,
        Optional<Instant> seen,
        Optional<Instant> answered,
        boolean doubled) {
    /** How long a presence entry is believed after it was seen. */
    public static final Duration LEASE = Duration.ofSeconds(45);

    /** Less than this is of no account, and what passes between two machines takes a while. */
    private static final Duration LITTLE = Duration.ofMinutes(1);

    /**
     * By how much the host's clock ran ahead of this publisher's when its last entry was met; negative: behind. Its entry
     * may be a lease old, so that much less cannot be told from none.
     */
    public Optional<Duration> skew() {
        if (presence.isEmpty() || seen.isEmpty()) {
            return Optional.empty();
        }
        Duration ahead = Duration.between(seen.get(), presence.get().at());
        boolean wrong = ahead.compareTo(LITTLE) > 0 || ahead.negated().compareTo(LEASE.plus(LITTLE)) > 0;
        return wrong ? Optional.of(ahead) : Optional.empty();
    }

    /** One that has answered nothing yet. */
    public KnownHost(
            HostName host,
            Optional<EnrolledHost> enrolled,
            boolean invited,
            Optional<Instant> invitedUntil,
            Optional<Presence> presence,
            Optional<Instant> seen) {
        this(host, enrolled, invited, invitedUntil, presence, seen, Optional.empty(), false);
    }

    /** The last sign of life, whatever it was. */
    public Optional<Instant> lastSign() {
        return Stream.concat(seen.stream(), answered.stream()).max(Instant::compareTo);
    }

    /** Whether the host is thought to be up. */
    public boolean isOn(Instant now) {
        return seen.isPresent()
                && seen.get().plus(LEASE).isAfter(now)
                && !presence.map(Presence::leaving).orElse(true);
    }
}
