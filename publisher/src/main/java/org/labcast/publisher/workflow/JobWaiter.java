package org.labcast.publisher.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.report.HostReport;
import org.labcast.publisher.report.HostState;
import org.labcast.publisher.report.JobReader;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.report.ProgressLine;
import org.labcast.publisher.store.KnownHost;
import org.labcast.publisher.terminal.Cancellation;

/** Waits for a job, collecting as answers come and showing how far it is. */
public final class JobWaiter {
    /** Another publisher process may be the one that collects: look whether the store has changed this often. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Who is on is asked this often; hosts renew their entries as often. */
    static final Duration ROLL_CALL = Duration.ofSeconds(15);

    /** How long a host that has not answered is waited for when it does not seem to be on. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wiring wiring;
    private final Console console;
    private final OrderId job;
    private final JobReader reader;
    private final Duration patience;

    public JobWaiter(Wiring wiring, Console console, OrderId job) {
        this(wiring, console, job, PATIENCE);
    }

    /** @param patience how long a host that has not answered is waited for when it does not seem to be on */
    JobWaiter(Wiring wiring, Console console, OrderId job, Duration patience) {
        this.patience = patience;
        this.wiring = wiring;
        this.console = console;
        this.job = job;
        this.reader = wiring.reader(job);
    }

    /**
     * Waits until every host has said its last word.
     *
     * @param limit at most so long; empty: as long as some host is on or at work
     */
    public JobReport untilOver(Collector collector, Optional<Duration> limit) {
        long start = System.nanoTime();
        return until(collector, limit, report -> report.isOver() || (limit.isEmpty() && onlyAbsent(report, start)));
    }

    /** Waits for any condition over the report; gives up, and says so, when the broker is gone. */
    public JobReport until(Collector collector, Optional<Duration> limit, Predicate<JobReport> enough) {
        Semaphore news = new Semaphore(0);
        long start = System.nanoTime();
        // Before a host counts as off for the first time: what the store knows may be as old as the last command.
        long rollCall = start - ROLL_CALL.toNanos() + patience.toNanos() / 2;
        try (Collector.Listening listening = collector.listen(news::release);
                Cancellation.Last parting = console.parting(howToGoOn())) {
            JobReport report = reader.read(); // after we listen, or what comes in between would be missed
            while (!enough.test(report) && !passed(limit, start) && !isLost() && !console.isCancelled()) {
                console.progress(ProgressLine.render(report));
                if (!hasChanged(news)) {
                    collector.follow();
                }
                if (System.nanoTime() - rollCall > ROLL_CALL.toNanos()) {
                    collector.refreshHosts();
                    rollCall = System.nanoTime();
                }
                report = reader.read();
            }
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return reader.read();
        }
    }

    /** Returns at news, when the store has changed, or a second later, for time changes a report too; whether something has. */
    private boolean hasChanged(Semaphore news) throws InterruptedException {
        long before = wiring.store().version();
        for (int looks = 0; looks < 5 && wiring.store().version() == before; looks++) {
            if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
                return true;
            }
        }
        return wiring.store().version() != before;
    }

    private boolean isLost() {
        if (!wiring.connection().lost().isDone()) {
            return false;
        }
        console.warn("publisher: " + wiring.connection().lost().join().getMessage() + " The job " + job
                + " goes on without us: 'publisher report " + job + "' shows what became of it.");
        return true;
    }

    private static boolean passed(Optional<Duration> limit, long start) {
        return limit.isPresent() && System.nanoTime() - start >= limit.get().toNanos();
    }

    /** Those who have not finished are not on: they will answer when they come back. */
    private boolean onlyAbsent(JobReport report, long start) {
        if (System.nanoTime() - start < patience.toNanos()) {
            return false;
        }
        Instant now = wiring.clock().instant();
        List<KnownHost> known = wiring.store().hosts().all();
        return report.hosts().stream()
                .filter(host -> !host.state().isFinal() && host.state() != HostState.EXPIRED)
                .noneMatch(host -> isExpectedSoon(host, known, now));
    }

    /** A host at work of which we know nothing else is believed to be at work. */
    private static boolean isExpectedSoon(HostReport host, List<KnownHost> known, Instant now) {
        boolean atWork = host.state() == HostState.ACCEPTED || host.state() == HostState.RUNNING;
        return find(known, host.host())
                .filter(one -> one.seen().isPresent())
                .map(one -> one.isOn(now) && (atWork || isWilling(one)))
                .orElse(atWork);
    }

    private static Optional<KnownHost> find(List<KnownHost> known, HostName host) {
        return known.stream().filter(one -> one.host().equals(host)).findFirst();
    }

    private static boolean isWilling(KnownHost host) {
        return host.presence().filter(said -> said.trouble().isEmpty()).isPresent();
    }

    private String howToGoOn() {
        return "The job " + job + " goes on. 'publisher watch " + job + "' follows it, 'publisher cancel " + job
                + "' stops it.";
    }
}
