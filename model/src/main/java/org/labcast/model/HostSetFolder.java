package org.labcast.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints hosts folded by their last number, as ClusterShell's node sets do. */
final class HostSetFolder {
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)([0-9]{1,9})([^0-9]*)");

    /** Names that differ only in their last number; width is that of zero-padded numbers, 1 for unpadded ones. */
    private record Family(String prefix, String suffix, int width) {
        static final Comparator<Family> ORDER = Comparator.comparing(Family::prefix)
                .thenComparing(Family::suffix)
                .thenComparing(Family::width);

        static Family padded(Matcher name) {
            return new Family(name.group(1), name.group(3), name.group(2).length());
        }

        static Family unpadded(Matcher name) {
            return new Family(name.group(1), name.group(3), 1);
        }
    }

    private HostSetFolder() {}

    static String fold(Collection<HostName> hosts) {
        Set<Family> padded = new HashSet<>();
        for (HostName host : hosts) {
            Matcher name = LAST_NUMBER.matcher(host.value());
            if (name.matches() && name.group(2).startsWith("0")) {
                padded.add(Family.padded(name));
            }
        }
        SortedMap<Family, NavigableMap<Integer, String>> families = new TreeMap<>(Family.ORDER);
        List<String> parts = new ArrayList<>();
        for (HostName host : hosts) {
            Matcher name = LAST_NUMBER.matcher(host.value());
            if (name.matches()) {
                Family family = padded.contains(Family.padded(name)) ? Family.padded(name) : Family.unpadded(name);
                families.computeIfAbsent(family, f -> new TreeMap<>())
                        .put(Integer.valueOf(name.group(2)), name.group(2));
            } else {
                parts.add(host.value());
            }
        }
        families.forEach((family, numbers) -> parts.add(family.prefix() + bracket(numbers) + family.suffix()));
        parts.sort(null);
        return String.join(",", parts);
    }

    private static String bracket(NavigableMap<Integer, String> numbers) {
        Map.Entry<Integer, String> first = numbers.firstEntry();
        if (numbers.size() == 1) {
            return first.getValue();
        }
        List<String> ranges = new ArrayList<>();
        Map.Entry<Integer, String> last = first;
        for (Map.Entry<Integer, String> next :
                numbers.tailMap(first.getKey(), false).entrySet()) {
            if (next.getKey() != last.getKey() + 1) {
                ranges.add(range(first, last));
                first = next;
            }
            last = next;
        }
        ranges.add(range(first, last));
        return "[" + String.join(",", ranges) + "]";
    }

    private static String range(Map.Entry<Integer, String> first, Map.Entry<Integer, String> last) {
        return first.getKey().equals(last.getKey()) ? first.getValue() : first.getValue() + "-" + last.getValue();
    }
}
