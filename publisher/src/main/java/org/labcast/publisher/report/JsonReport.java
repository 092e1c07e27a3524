package org.labcast.publisher.report;

import org.labcast.publisher.store.StoreException;

/** One JSON document. */
public final class JsonReport {
    private JsonReport() {}

    public static String render(JobReport report) {
        throw new StoreException("not written yet: " + report.at());
    }
}
