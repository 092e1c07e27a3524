package org.labcast.publisher.report;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.model.OrderId;
import org.labcast.publisher.store.JobSummary;
import org.labcast.publisher.store.Store;

/**
 * Counts the hosts of jobs for a list, by the rule of the reports. Results of a job that is over are read once; until
 * something new comes, the count is kept.
 */
public final class JobCounts {
    private final Store store;
    private final Clock clock;

    public JobCounts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public JobLine of(JobSummary summary) {
        OrderId id = summary.header().id();
        String stamp = store.jobs().stamp(id);
        Optional<String> known = store.jobs().counted(id, stamp);
        return new JobLine(summary, known.isPresent() ? read(known.get()) : count(id, stamp));
    }

    private Totals count(OrderId id, String stamp) {
        JobReport report = new JobReader(store, clock, id).read();
        Totals totals = report.totals();
        if (report.isOver()) {
            store.jobs().count(id, stamp, write(totals));
        }
        return totals;
    }

    private static String write(Totals t) {
        return Stream.of(
                        t.hosts(),
                        t.succeeded(),
                        t.corrected(),
                        t.failed(),
                        t.cancelled(),
                        t.running(),
                        t.missing(),
                        t.expired())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static Totals read(String text) {
        int[] n = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        return new Totals(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }

    /** A job in one line, with what became of it. */
    public record JobLine(JobSummary summary, Totals totals) {
        /** A host that has answered had it from the broker. */
        boolean posted() {
            return summary.posted() || totals.missing() < totals.hosts();
        }
    }
}
