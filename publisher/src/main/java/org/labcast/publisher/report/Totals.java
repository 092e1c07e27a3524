package org.labcast.publisher.report;

/**
 * Hosts counted by what became of the job there. Each is in exactly one of {@code succeeded}, {@code failed}, {@code
 * running} and {@code missing}; {@code corrected} of the succeeded ones needed a correction.
 *
 * @param failed hosts that are finished and did not do all tasks with success
 * @param cancelled those of the failed ones on which the job was cancelled
 * @param running hosts that have accepted the job and are not finished
 * @param missing hosts without any answer, {@code expired} of them for good
 */
public record Totals(
        int hosts, int succeeded, int corrected, int failed, int cancelled, int running, int missing, int expired) {
    public int finished() {
        return succeeded + failed;
    }

    Totals plus(Totals other) {
        return new Totals(
                hosts + other.hosts,
                succeeded + other.succeeded,
                corrected + other.corrected,
                failed + other.failed,
                cancelled + other.cancelled,
                running + other.running,
                missing + other.missing,
                expired + other.expired);
    }

    static Totals of(JobReport report) {
        int tasks = report.job().tasks().size();
        int succeeded = 0;
        int corrected = 0;
        int failed = 0;
        int cancelled = 0;
        int missing = 0;
        int expired = 0;
        for (HostReport host : report.hosts()) {
            if (host.succeeded(tasks)) {
                succeeded++;
                corrected += host.isCorrected() ? 1 : 0;
            } else if (host.state().isFinal()) {
                failed++;
                cancelled += host.state() == HostState.CANCELLED ? 1 : 0;
            } else if (host.state() == HostState.WAITING || host.state() == HostState.EXPIRED) {
                missing++;
                expired += host.state() == HostState.EXPIRED ? 1 : 0;
            }
        }
        int hosts = report.hosts().size();
        int running = hosts - succeeded - failed - missing;
        return new Totals(hosts, succeeded, corrected, failed, cancelled, running, missing, expired);
    }
}
