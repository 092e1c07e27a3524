package org.labcast.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An ordered set of hosts that reads and prints folded: {@code lab-[01-17,19],server}.
 *
 * <p>A bracket holds numbers and ranges; the width of a number is kept ({@code [01-20]} is not {@code [1-20]}).
 */
public final class HostSet implements Iterable<HostName> {
    public static final HostSet EMPTY = new HostSet(new TreeSet<>());

    private final SortedSet<HostName> hosts;

    private HostSet(SortedSet<HostName> hosts) {
        this.hosts = Collections.unmodifiableSortedSet(hosts);
    }

    public static HostSet of(Collection<HostName> hosts) {
        return hosts.isEmpty() ? EMPTY : new HostSet(new TreeSet<>(hosts));
    }

    public static HostSet of(String... names) {
        return of(Stream.of(names).map(HostName::new).toList());
    }

    /**
     * Reads a folded list.
     *
     * @throws InvalidValueException naming the column at which the list stops making sense
     */
    public static HostSet parse(String folded) {
        return new HostSet(new HostSetReader(folded).read());
    }

    public Set<HostName> asSet() {
        return hosts;
    }

    public Stream<HostName> stream() {
        return hosts.stream();
    }

    public boolean contains(HostName host) {
        return hosts.contains(host);
    }

    public int size() {
        return hosts.size();
    }

    public boolean isEmpty() {
        return hosts.isEmpty();
    }

    public HostSet minus(HostSet others) {
        return of(stream().filter(host -> !others.contains(host)).toList());
    }

    public HostSet plus(HostSet others) {
        return of(Stream.concat(stream(), others.stream()).toList());
    }

    @Override
    public Iterator<HostName> iterator() {
        return hosts.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostSet that && hosts.equals(that.hosts);
    }

    @Override
    public int hashCode() {
        return hosts.hashCode();
    }

    /** The folded form; {@link #parse} reads it back to an equal set. */
    @Override
    public String toString() {
        return HostSetFolder.fold(hosts);
    }
}
