package org.labcast.publisher.store;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.labcast.model.HostName;
import org.labcast.model.result.Alert;
import org.labcast.transport.pgp.Verified;

/** Signs that somebody forges, alters or redirects messages. */
public interface Alerts {
    /** @return false when it is known already, or does not come from the host that it names and was kept as refused */
    boolean record(Verified<Alert> alert);

    /** The oldest first. */
    List<Alert> since(Instant from);

    /** Answers that were not believed, for whatever order, the oldest first. */
    List<RefusedAnswer> refusedSince(Instant from);

    /** Hosts as which two machines have spoken in the last days. */
    SortedSet<HostName> doubled();

    /** How many results for unknown orders have been kept. */
    long strays();
}
