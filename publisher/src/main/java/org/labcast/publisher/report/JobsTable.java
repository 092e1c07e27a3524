package org.labcast.publisher.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labcast.model.Printable;
import org.labcast.publisher.store.JobSummary;

/** The list of jobs. */
public final class JobsTable {
    private JobsTable() {}

    public static String text(List<JobSummary> rows, Instant now, Look look) {
        if (rows.isEmpty()) {
            return "no jobs yet: publisher push FILE makes one\n";
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("JOB", "MADE", "TARGET", "HOSTS DONE", "FAILED", "STATE", "TITLE"));
        rows.forEach(row -> cells.add(List.of(
                row.header().id().value(),
                Words.time(row.header().created(), look.zone()),
                Printable.of(row.header().target().describe()),
                row.counts().finished() + "/" + row.counts().expected(),
                String.valueOf(row.counts().failed()),
                state(row, now),
                Printable.of(row.title()))));
        return Columns.align(cells, new Paint(look.colour()));
    }

    private static String state(JobSummary row, Instant now) {
        if (!row.posted()) {
            return "not known to be posted";
        }
        if (row.counts().finished() >= row.counts().expected()) {
            return "finished";
        }
        Duration left = Duration.between(now, row.header().expires());
        return left.isNegative() || left.isZero() ? "expired" : "open for " + Words.span(left);
    }

    /** Fields: {@code id title target created expires posted tasks hosts answered finished failed state}. */
    public static String json(List<JobSummary> rows, Instant now) {
        ObjectNode root = Json.object();
        root.putArray("jobs");
        rows.forEach(row -> root.withArray("jobs")
                .add(Json.object()
                        .put("id", row.header().id().value())
                        .put("title", row.title())
                        .put("target", row.header().target().describe())
                        .put("created", row.header().created().toString())
                        .put("expires", row.header().expires().toString())
                        .put("posted", row.posted())
                        .put("tasks", row.tasks())
                        .put("hosts", row.counts().expected())
                        .put("answered", row.counts().answered())
                        .put("finished", row.counts().finished())
                        .put("failed", row.counts().failed())
                        .put("state", state(row, now))));
        return Json.pretty(root);
    }
}
