package org.labcast.publisher.report;

import java.util.List;
import java.util.Optional;
import org.labcast.model.HostName;
import org.labcast.model.result.CancelPoint;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.TaskState;

/**
 * One host's part of a job.
 *
 * @param detail why it was refused, or what is still under way; empty when there is nothing to say
 * @param cancelled where a cancellation met the job
 * @param outcomes in task order, at most one a task
 * @param sighting when the host was last seen
 */
public record HostReport(
        HostName host,
        HostState state,
        String detail,
        Optional<CancelPoint> cancelled,
        List<Outcome> outcomes,
        Optional<LastSeen> lastSeen) {
    public HostReport {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether it did all of the job's tasks and each succeeded; those behind an {@code exit 0} are skipped, as the file says. */
    public boolean succeeded(int tasks) {
        return state == HostState.DONE
                && outcomes.size() == tasks
                && outcomes.stream()
                        .allMatch(outcome -> outcome.state().success() || outcome.state() == TaskState.SKIPPED);
    }

    public boolean isCorrected() {
        return outcomes.stream().anyMatch(outcome -> outcome.state() == TaskState.CORRECTED);
    }
}
