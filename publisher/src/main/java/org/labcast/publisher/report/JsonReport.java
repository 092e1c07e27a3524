package org.labcast.publisher.report;

/** One JSON document. */
public final class JsonReport {
    private JsonReport() {}

    public static String render(JobReport report) {
        return "" + report.at();
    }
}
