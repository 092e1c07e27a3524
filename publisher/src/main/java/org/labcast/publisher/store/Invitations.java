package org.labcast.publisher.store;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Secret;

/** Hosts that have been invited and have not joined yet. */
public interface Invitations {
    /** Remembers an invitation; a newer one for the same host replaces an older one. */
    void invite(Invited invited);

    Optional<Invited> find(HostName host);

    /**
     * Enrols the host and uses up its invitation, together.
     *
     * @return false, and nothing has changed, when no invitation with this token waits for the host
     */
    boolean accept(EnrolledHost host, Secret token);

    /**
     * An invitation that waits for its host.
     *
     * @param expires from then on it is of no more use; empty for one without an end
     */
    record Invited(HostName host, Secret token, SortedSet<GroupName> groups, Optional<Instant> expires) {
        public boolean isOver(Instant now) {
            return expires.filter(end -> !now.isBefore(end)).isPresent();
        }
    }
}
