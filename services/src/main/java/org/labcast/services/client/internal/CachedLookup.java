package org.labcast.services.client.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.client.Lookup;

/** The last look at the entries of each port, so that not every call asks the broker first. */
public final class CachedLookup {
    private final Listing listing;
    private final Duration good;
    private final LongSupplier ticker;
    private final Map<PortName, Look> looks = new ConcurrentHashMap<>();

    /**
     * @param good how old a look may be
     * @param ticker nanoseconds of a clock that nobody sets
     */
    public CachedLookup(Listing listing, Duration good, LongSupplier ticker) {
        this.listing = listing;
        this.good = good;
        this.ticker = ticker;
    }

    private record Look(List<ServiceEntry> entries, long at) {}

    List<ServiceEntry> of(PortName port) {
        Look look = looks.get(port);
        return look != null && ticker.getAsLong() - look.at() < good.toNanos() ? look.entries() : anew(port);
    }

    List<ServiceEntry> anew(PortName port) {
        long at = ticker.getAsLong();
        List<ServiceEntry> entries = listing.find(Lookup.of(port));
        looks.put(port, new Look(entries, at));
        return entries;
    }
}
