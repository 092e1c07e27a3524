package org.labcast.agent.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value in a file, and where it stands. */
sealed interface YamlItem {
    Place place();

    /** @param plain whether it is written without quotes */
    record Text(Place place, String value, boolean plain) implements YamlItem {
        private static final Set<String> NOTHING = Set.of("", "~", "null");

        boolean isNull() {
            return plain && NOTHING.contains(value);
        }
    }

    record Series(Place place, List<YamlItem> items) implements YamlItem {}

    /** @param entries in the order of the file */
    record Table(Place place, Map<String, Entry> entries) implements YamlItem {}

    /** @param at where the key stands */
    record Entry(Place at, YamlItem value) {}
}
