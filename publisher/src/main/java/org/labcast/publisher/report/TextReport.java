package org.labcast.publisher.report;

import org.labcast.publisher.store.StoreException;

/** What a person reads in a terminal. */
public final class TextReport {
    public TextReport(Look look) {}

    public String render(JobReport report) {
        throw new StoreException("not written yet: " + report.at());
    }
}
