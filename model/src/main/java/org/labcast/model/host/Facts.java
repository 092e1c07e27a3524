package org.labcast.model.host;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/**
 * What a host says of itself, by name: text, whole numbers and truths, as message selectors know them.
 *
 * <p>Names: {@code host hostname addresses os os_version os_name kernel arch cores memory_mb groups agent_version}.
 */
public record Facts(SortedMap<String, Object> values) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    public Facts {
        values.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidValueException("'" + Printable.of(name) + "' is not the name of a fact");
            }
            if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
                throw new InvalidValueException("the fact " + name + " is neither text, whole number nor truth");
            }
        });
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Facts of(Map<String, ?> values) {
        return new Facts(new TreeMap<>(values));
    }

    /** The fact as text, empty when the host does not say. */
    public String text(String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }
}
