package org.labcast.publisher.workflow;

import org.labcast.publisher.report.CanaryReport;
import org.labcast.publisher.report.JobReport;

/** Where reports go, in the forms that are wanted. */
public interface ReportOutput {
    /** Complains of files that cannot be written before anything is posted. */
    void checkFiles();

    void show(JobReport report);

    /** What the canaries did, for the person who is to decide; machines get all at the end. */
    void showFirst(JobReport canary);

    /** All of it, but for what {@link #showFirst} has shown. */
    void show(CanaryReport both);
}
