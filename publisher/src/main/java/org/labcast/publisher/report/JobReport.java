package org.labcast.publisher.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.labcast.model.HostSet;
import org.labcast.model.order.Job;
import org.labcast.model.result.Alert;
import org.labcast.publisher.store.RefusedAnswer;

/**
 * What became of a job, as far as the publisher knows.
 *
 * @param posted whether the broker is known to have it
 * @param at to which moment the report speaks
 * @param elapsed from the job's making to the last word about it, or to {@code at} while hosts are unfinished
 * @param hosts every host that is expected or has answered, by name
 * @param refused answers to this job that were not believed
 * @param alerts of these hosts since the job was made
 * @param doubled those of the hosts as which two machines have spoken lately
 */
public record JobReport(
        Job job,
        boolean posted,
        Instant at,
        Duration elapsed,
        List<HostReport> hosts,
        List<RefusedAnswer> refused,
        List<Alert> alerts,
        HostSet doubled) {
    public JobReport {
        hosts = List.copyOf(hosts);
        refused = List.copyOf(refused);
        alerts = List.copyOf(alerts);
    }

    public Totals totals() {
        return Totals.of(this);
    }

    public boolean isOver() {
        return hosts.stream().allMatch(host -> host.state().isFinal() || host.state() == HostState.EXPIRED);
    }

    /** Hosts without any answer, expired ones included. */
    public HostSet missing() {
        return HostSet.of(hosts.stream()
                .filter(host -> host.state() == HostState.WAITING || host.state() == HostState.EXPIRED)
                .map(HostReport::host)
                .toList());
    }

    /** Hosts that are finished and did not do all tasks with success. */
    public HostSet failed() {
        return HostSet.of(hosts.stream()
                .filter(host ->
                        host.state().isFinal() && !host.succeeded(job.tasks().size()))
                .map(HostReport::host)
                .toList());
    }
}
