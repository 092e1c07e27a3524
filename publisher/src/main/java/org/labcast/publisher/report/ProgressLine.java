package org.labcast.publisher.report;

import org.labcast.publisher.store.StoreException;

/** How far a job is, in one line without line break. */
public final class ProgressLine {
    private ProgressLine() {}

    public static String render(JobReport report) {
        throw new StoreException("not written yet: " + report.at());
    }
}
