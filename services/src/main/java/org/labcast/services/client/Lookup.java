package org.labcast.services.client;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.labcast.model.HostName;
import org.labcast.model.service.PortName;

/**
 * Which entries are looked for.
 *
 * @param contract the interface; absent: any
 * @param port its port; absent: any
 * @param host the only host; absent: any
 * @param version the version; absent: any
 * @param attributes that the entry must have
 */
public record Lookup(
        Optional<String> contract,
        Optional<String> port,
        Optional<HostName> host,
        Optional<String> version,
        SortedMap<String, String> attributes) {
    public static final Lookup ALL = new Lookup(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptySortedMap());

    public Lookup {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static Lookup of(PortName port) {
        return new Lookup(
                Optional.of(port.contract()),
                Optional.of(port.port()),
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedMap());
    }
}
