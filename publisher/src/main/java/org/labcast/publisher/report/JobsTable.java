package org.labcast.publisher.report;

import java.time.Instant;
import java.util.List;
import org.labcast.publisher.store.JobSummary;

/** The list of jobs. */
public final class JobsTable {
    private JobsTable() {}

    public static String text(List<JobSummary> rows, Instant now, Look look) {
        return "" + rows.size() + now;
    }

    public static String json(List<JobSummary> rows, Instant now) {
        return "" + rows.size() + now;
    }
}
