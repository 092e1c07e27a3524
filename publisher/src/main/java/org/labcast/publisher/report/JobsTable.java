package org.labcast.publisher.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.labcast.model.order.Header;
import org.labcast.publisher.report.JobCounts.JobLine;
import org.labcast.text.Printable;

/** The list of jobs. */
public final class JobsTable {
    private JobsTable() {}

    public static String text(List<JobLine> rows, Instant now, TerminalStyle style) {
        if (rows.isEmpty()) {
            return "no jobs yet: publisher push FILE makes one\n";
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("JOB", "MADE", "TARGET", "HOSTS DONE", "FAILED", "STATE", "TITLE"));
        rows.forEach(row -> cells.add(List.of(
                header(row).id().value(),
                Phrases.time(header(row).created(), style.zone()),
                Printable.of(header(row).target().describe()),
                row.totals().finished() + "/" + row.totals().hosts(),
                String.valueOf(row.totals().failed()),
                state(row, now),
                Printable.of(row.summary().title()))));
        return TextTable.align(cells, new Ansi(style.colour()));
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
        return left.isNegative() || left.isZero() ? "expired" : "open for " + Phrases.span(left);
    }

    /** Fields: {@code id title target created expires posted tasks hosts answered finished failed state}. */
    public static String json(List<JobLine> rows, Instant now) {
        ObjectNode root = JsonForms.object();
        root.putArray("jobs");
        rows.forEach(row -> root.withArray("jobs")
                .add(JsonForms.object()
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
        return JsonForms.pretty(root);
    }
}
