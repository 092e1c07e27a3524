package org.labcast.publisher.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.Presence;

/**
 * A host as this publisher knows it.
 *
 * @param enrolled empty while it has not joined
 * @param invited whether an invitation waits for it
 * @param invitedUntil when that invitation ends; empty for one without an end
 * @param presence its latest entry in the list of hosts
 * @param seen when that entry was last met, by the publisher's clock
 */
public record KnownHost(
        HostName host,
        Optional<EnrolledHost> enrolled,
        boolean invited,
        Optional<Instant> invitedUntil,
        Optional<Presence> presence,
        Optional<Instant> seen) {
    /** How long a presence entry is believed after it was seen. */
    public static final Duration LEASE = Duration.ofSeconds(45);

    /** Whether the host is thought to be up. */
    public boolean isOn(Instant now) {
        return seen.isPresent()
                && seen.get().plus(LEASE).isAfter(now)
                && !presence.map(Presence::leaving).orElse(true);
    }
}
