package org.labcast.publisher.report;

/** One self-contained page. */
public final class HtmlReport {
    public HtmlReport(java.time.ZoneId zone) {}

    public String render(JobReport report) {
        return "" + report.at();
    }
}
