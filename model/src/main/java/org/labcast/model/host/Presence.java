package org.labcast.model.host;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Realm;

/**
 * A host's leased entry in the list of hosts.
 *
 * @param leaving whether the host is going down in good order
 * @param groups that the host is in by its own configuration
 * @param trusted keys of the administrators whom the host obeys
 * @param trouble why it cannot take jobs at the moment, such as a full disk; empty when all is well
 */
public record Presence(
        Realm realm,
        HostName host,
        Instant at,
        boolean leaving,
        SortedSet<GroupName> groups,
        SortedSet<Fingerprint> trusted,
        Facts facts,
        String trouble) {
    public Presence {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        trusted = Collections.unmodifiableSortedSet(new TreeSet<>(trusted));
    }
}
