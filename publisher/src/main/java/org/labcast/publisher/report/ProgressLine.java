package org.labcast.publisher.report;

/** How far a job is, in one line without line break. */
public final class ProgressLine {
    private ProgressLine() {}

    public static String render(JobReport report) {
        return "" + report.at();
    }
}
