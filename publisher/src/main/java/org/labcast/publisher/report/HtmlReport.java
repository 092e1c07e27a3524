package org.labcast.publisher.report;

import org.labcast.publisher.store.StoreException;

/** One self-contained page. */
public final class HtmlReport {
    public HtmlReport(java.time.ZoneId zone) {}

    public String render(JobReport report) {
        throw new StoreException("not written yet: " + report.at());
    }
}
