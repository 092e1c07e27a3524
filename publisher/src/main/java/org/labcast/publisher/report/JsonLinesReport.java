package org.labcast.publisher.report;

/** One line of JSON for each host and task. */
public final class JsonLinesReport {
    private JsonLinesReport() {}

    public static String render(JobReport report) {
        return "" + report.at();
    }
}
