package org.labcast.publisher.report;

import java.time.Instant;
import java.util.List;
import org.labcast.publisher.store.KnownHost;

/** The list of hosts, those in the same state folded. */
public final class HostsTable {
    private HostsTable() {}

    public static String text(List<KnownHost> rows, Instant now, Look look) {
        return "" + rows.size() + now;
    }

    public static String json(List<KnownHost> rows, Instant now) {
        return "" + rows.size() + now;
    }
}
