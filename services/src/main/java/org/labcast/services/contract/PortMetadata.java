package org.labcast.services.contract;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people and lookups are told about a port.
 *
 * @param attributes by name, such as {@code room = 12}
 * @param sharedGui whether its results are shown in a widget that it shares with others
 */
public record PortMetadata(String version, String documentation, Map<String, String> attributes, boolean sharedGui) {
    /** What a description that says nothing means. */
    public static final PortMetadata NOTHING = new PortMetadata("1.0", "", Map.of(), false);

    public PortMetadata {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }
}
