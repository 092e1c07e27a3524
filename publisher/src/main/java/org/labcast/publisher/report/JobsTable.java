package org.labcast.publisher.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labcast.model.Header;
import org.labcast.model.Printable;
import org.labcast.publisher.report.JobCounts.JobLine;

/** The list of jobs. */
public final class JobsTable {
    private JobsTable() {}

    public static String text(List<JobLine> rows, Instant now, Look look) {
        if (rows.isEmpty()) {
            return "no jobs yet: publisher push FILE makes one\n";
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("JOB", "MADE", "TARGET", "HOSTS DONE", "FAILED", "STATE", "TITLE"));
        rows.forEach(row -> cells.add(List.of(
                header(row).id().value(),
                Words.time(header(row).created(), look.zone()),
                Printable.of(header(row).target().describe()),
                row.totals().finished() + "/" + row.totals().hosts(),
                String.valueOf(row.totals().failed()),
                state(row, now),
                Printable.of(row.summary().title()))));
        return Columns.align(cells, new Paint(look.colour()));
    }

    private static Header header(JobLine row) {
        return row.summary().header();
    }

    private static String state(JobLine row, Instant now) {
        if (!row.posted()) {
            return "not known to be posted";
        }
        if (row.totals().finished() >= row.totals().hosts()) {
            return "finished";
        }
        Duration left = Duration.between(now, header(row).expires());
        return left.isNegative() || left.isZero() ? "expired" : "open for " + Words.span(left);
    }

    /** Fields: {@code id title target created expires posted tasks hosts answered finished failed state}. */
    public static String json(List<JobLine> rows, Instant now) {
        ObjectNode root = Json.object();
        root.putArray("jobs");
        rows.forEach(row -> root.withArray("jobs")
                .add(Json.object()
                        .put("id", header(row).id().value())
                        .put("title", row.summary().title())
                        .put("target", header(row).target().describe())
                        .put("created", header(row).created().toString())
                        .put("expires", header(row).expires().toString())
                        .put("posted", row.posted())
                        .put("tasks", row.summary().tasks())
                        .put("hosts", row.totals().hosts())
                        .put("answered", row.totals().hosts() - row.totals().missing())
                        .put("finished", row.totals().finished())
                        .put("failed", row.totals().failed())
                        .put("state", state(row, now))));
        return Json.pretty(root);
    }
}
