package org.labcast.publisher.report;

import org.labcast.publisher.store.StoreException;

/** JUnit's XML, as CI servers read it. */
public final class JUnitReport {
    private JUnitReport() {}

    public static String render(JobReport report) {
        throw new StoreException("not written yet: " + report.at());
    }
}
