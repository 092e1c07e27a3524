package org.labcast.publisher.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;

/**
 * A host whose key is known.
 *
 * @param certificate armored OpenPGP certificate
 * @param fingerprint of that certificate
 * @param by key of the administrator who vouches for it
 * @param at when, by the publisher's clock
 */
public record EnrolledHost(
        HostName host,
        String certificate,
        Fingerprint fingerprint,
        SortedSet<GroupName> groups,
        Fingerprint by,
        Instant at) {
    public EnrolledHost {
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }
}
