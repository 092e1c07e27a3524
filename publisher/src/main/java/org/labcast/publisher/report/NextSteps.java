package org.labcast.publisher.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.labcast.model.OrderId;

/** What the reader may want to do, each with the command for it. */
final class NextSteps {
    private NextSteps() {}

    static List<String> of(JobReport report, ZoneId zone) {
        OrderId job = report.job().id();
        Totals totals = report.totals();
        List<String> steps = new ArrayList<>();
        if (!report.posted()) {
            steps.add("the publisher was interrupted while posting, the broker may not have this job: push it again");
        }
        if (!report.doubled().isEmpty()) {
            steps.add(
                    "two machines answer as " + report.doubled()
                            + ", by a cloned disk: give one of them an invitation under another name, and look at what ran on both");
        }
        if (totals.failed() > 0) {
            steps.add("run it again where it failed: publisher reissue " + job + " --failed");
        }
        if (report.hosts().stream().anyMatch(HostReport::isCorrected)) {
            steps.add("have the corrections in the file: publisher fix " + job);
        }
        if (totals.missing() > totals.expired()) {
            steps.add("the job waits for the missing until "
                    + Phrases.time(report.job().header().expires(), zone) + "; look again with: publisher report "
                    + job);
            steps.add("give it up: publisher cancel " + job);
        }
        if (totals.expired() > 0) {
            steps.add("the job has expired; send it again to the missing: publisher reissue " + job + " --missing");
        }
        if (totals.running() > 0) {
            steps.add("see it go on: publisher watch " + job);
        }
        return steps;
    }
}
