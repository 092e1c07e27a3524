package org.labcast.publisher.report;

import java.time.Clock;
import org.labcast.model.OrderId;
import org.labcast.publisher.store.Store;
import org.labcast.publisher.store.StoreException;

/** Builds reports of one job from the store; reading again costs only what is new. */
public final class JobReader {
    private final Store store;
    private final Clock clock;
    private final OrderId job;

    public JobReader(Store store, Clock clock, OrderId job) {
        this.store = store;
        this.clock = clock;
        this.job = job;
    }

    public JobReport read() {
        throw new StoreException("not written yet: " + job + store + clock);
    }
}
