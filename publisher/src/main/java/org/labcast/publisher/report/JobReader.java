package org.labcast.publisher.report;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.labcast.model.OrderId;
import org.labcast.publisher.store.Store;
import org.labcast.publisher.store.StoredJob;

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
        StoredJob stored = store.jobs().find(job);
        return new JobReport(
                stored.job(), stored.posted(), clock.instant(), Duration.ZERO, List.of(), List.of(), List.of());
    }
}
