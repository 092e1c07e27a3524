package org.labcast.publisher.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code 18 hosts: 16 succeeded (2 corrected), 1 failed, 1 missing - 4.2 s}. */
final class TotalsLine {
    private TotalsLine() {}

    static String of(JobReport report, Ansi ansi) {
        return of(report.totals(), report.elapsed(), ansi);
    }

    static String of(Totals totals, Duration elapsed, Ansi ansi) {
        List<String> parts = new ArrayList<>();
        if (totals.succeeded() > 0) {
            parts.add(ansi.green(Phrases.number(totals.succeeded()) + " succeeded")
                    + (totals.corrected() > 0 ? " (" + Phrases.number(totals.corrected()) + " corrected)" : ""));
        }
        add(parts, totals.failed() - totals.cancelled(), "failed", ansi);
        add(parts, totals.cancelled(), "cancelled", ansi);
        add(parts, totals.running(), "running", ansi);
        add(parts, totals.missing(), "missing", ansi);
        return Phrases.count(totals.hosts(), "host") + ": " + String.join(", ", parts) + " - "
                + Phrases.seconds(elapsed);
    }

    private static void add(List<String> parts, int number, String what, Ansi ansi) {
        if (number > 0) {
            parts.add(ansi.red(Phrases.number(number) + " " + what));
        }
    }
}
