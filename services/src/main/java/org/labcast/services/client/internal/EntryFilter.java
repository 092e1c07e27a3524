package org.labcast.services.client.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.model.HostName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.Lookup;

/**
 * What a {@link Lookup} asks of entries: roughly, by the labels with which the broker sorts out what is surely not wanted;
 * exactly, by what the host has signed.
 */
final class EntryFilter {
    /** Values in which nothing could be taken for a part of the selector; by others the broker is not asked to select. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private EntryFilter() {}

    /** A message selector over labels; empty: no label is asked for. */
    static String of(Lookup lookup) {
        List<String> conditions = new ArrayList<>();
        lookup.contract().ifPresent(value -> add(conditions, "labcast_interface", value));
        lookup.port().ifPresent(value -> add(conditions, "labcast_port", value));
        lookup.host().map(HostName::value).ifPresent(value -> add(conditions, "labcast_host", value));
        lookup.version().ifPresent(value -> add(conditions, "labcast_version", value));
        lookup.attributes().forEach((name, value) -> {
            if (IDENTIFIER.matcher(name).matches()) {
                add(conditions, "labcast_a_" + name, value);
            }
        });
        return String.join(" AND ", conditions);
    }

    private static void add(List<String> conditions, String label, String value) {
        if (PLAIN.matcher(value).matches()) {
            conditions.add(label + " = '" + value + "'");
        }
    }

    /** Whether the entry itself is what is looked for, whatever its labels say. */
    static boolean fits(ServiceEntry entry, Lookup lookup) {
        return is(lookup.contract(), entry.port().contract())
                && is(lookup.port(), entry.port().port())
                && is(lookup.host(), entry.host())
                && is(lookup.version(), entry.version())
                && entry.attributes().entrySet().containsAll(lookup.attributes().entrySet());
    }

    private static <T> boolean is(Optional<T> wanted, T value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }
}
