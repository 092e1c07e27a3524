package org.labcast.model.service;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostName;
import org.labcast.model.Realm;

/**
 * A host's leased entry for one port that it offers.
 *
 * @param leaving whether the host takes the entry away in good order
 * @param stream whether the port streams, or answers calls
 * @param spec SHA-256 of what callers and providers must agree on, lower-case hexadecimal
 * @param signature parameters as in the description: {@code String host, int port}
 * @param returns what a call gives back, as in the description; empty for nothing or a stream
 * @param idempotent whether a call does no harm when it is made twice
 * @param free slots for calls that are free
 * @param installedBy key of the administrator who installed it
 */
public record ServiceEntry(
        Realm realm,
        HostName host,
        Instant at,
        boolean leaving,
        String component,
        PortName port,
        boolean stream,
        String spec,
        String signature,
        String returns,
        boolean idempotent,
        String version,
        SortedMap<String, String> attributes,
        String documentation,
        int free,
        Fingerprint installedBy) {
    public ServiceEntry {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
