package org.labcast.model.order;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.labcast.model.Fingerprint;

/**
 * Who may call an installed service.
 *
 * @param administrators keys of those who may; empty: every administrator whom the host trusts
 * @param hosts those hosts that may, with their keys
 */
public record Callers(SortedSet<Fingerprint> administrators, List<HostCaller> hosts) {
    /** Every administrator whom the host trusts, and no host. */
    public static final Callers ADMINISTRATORS = new Callers(Collections.emptySortedSet(), List.of());

    public Callers {
        administrators = Collections.unmodifiableSortedSet(new TreeSet<>(administrators));
        hosts = List.copyOf(hosts);
    }
}
