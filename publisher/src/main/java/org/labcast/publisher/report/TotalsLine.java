package org.labcast.publisher.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code 18 hosts: 16 succeeded (2 corrected), 1 failed, 1 missing - 4.2 s}. */
final class TotalsLine {
    private TotalsLine() {}

    static String of(JobReport report, Paint paint) {
        return of(report.totals(), report.elapsed(), paint);
    }

    static String of(Totals totals, Duration elapsed, Paint paint) {
        List<String> parts = new ArrayList<>();
        if (totals.succeeded() > 0) {
            parts.add(paint.green(Words.number(totals.succeeded()) + " succeeded")
                    + (totals.corrected() > 0 ? " (" + Words.number(totals.corrected()) + " corrected)" : ""));
        }
        add(parts, totals.failed() - totals.cancelled(), "failed", paint);
        add(parts, totals.cancelled(), "cancelled", paint);
        add(parts, totals.running(), "running", paint);
        add(parts, totals.missing(), "missing", paint);
        return Words.count(totals.hosts(), "host") + ": " + String.join(", ", parts) + " - " + Words.seconds(elapsed);
    }

    private static void add(List<String> parts, int number, String what, Paint paint) {
        if (number > 0) {
            parts.add(paint.red(Words.number(number) + " " + what));
        }
    }
}
