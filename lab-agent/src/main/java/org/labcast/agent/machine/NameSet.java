package org.labcast.agent.machine;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/** Names in their natural order, in as little memory as they can be kept: a machine has tens of thousands of packages. */
final class NameSet extends AbstractSet<String> {
    private final String[] sorted;

    NameSet(Stream<String> names) {
        this.sorted = names.distinct().sorted().toArray(String[]::new);
    }

    @Override
    public boolean contains(Object name) {
        return name instanceof String && Arrays.binarySearch(sorted, name) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(sorted).iterator();
    }

    @Override
    public int size() {
        return sorted.length;
    }
}
