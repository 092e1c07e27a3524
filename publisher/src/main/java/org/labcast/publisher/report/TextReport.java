package org.labcast.publisher.report;

/** What a person reads in a terminal. */
public final class TextReport {
    public TextReport(Look look) {}

    public String render(JobReport report) {
        return "" + report.at();
    }
}
