package org.labcast.publisher.report;

import java.util.ArrayList;
import java.util.List;

/** How far a job is, in one line without line break: {@code 12/18 hosts done, 1 failed, 3 running, 3 waiting}. */
public final class ProgressLine {
    private ProgressLine() {}

    public static String render(JobReport report) {
        Totals totals = report.totals();
        List<String> parts = new ArrayList<>();
        parts.add(totals.finished() + "/" + Phrases.count(totals.hosts(), "host") + " done");
        add(parts, totals.failed(), "failed");
        add(parts, totals.running(), "running");
        add(parts, totals.missing() - totals.expired(), "waiting");
        add(parts, totals.expired(), "expired");
        add(parts, report.refused().size(), "refused answers");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }
}
