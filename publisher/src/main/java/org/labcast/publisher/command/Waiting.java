package org.labcast.publisher.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.labcast.model.LabcastException;
import org.labcast.model.OrderId;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.report.HostReport;
import org.labcast.publisher.report.HostState;
import org.labcast.publisher.report.JobReader;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.report.ProgressLine;

/** Waits for a job, collecting as answers come and showing how far it is. */
final class Waiting {
    /** Another publisher process may be the one that collects: look into the store this often. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** How long a host that has not answered is waited for when it does not seem to be on. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wiring wiring;
    private final Console console;
    private final OrderId job;
    private final JobReader reader;

    Waiting(Wiring wiring, Console console, OrderId job) {
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
    JobReport untilOver(Collector collector, Optional<Duration> limit) {
        long start = System.nanoTime();
        return until(collector, limit, report -> report.isOver() || (limit.isEmpty() && onlyAbsent(report, start)));
    }

    /** Waits for any condition over the report. */
    JobReport until(Collector collector, Optional<Duration> limit, Predicate<JobReport> enough) {
        Thread interrupted = new Thread(this::sayHowToGoOn);
        Runtime.getRuntime().addShutdownHook(interrupted);
        Semaphore news = new Semaphore(0);
        collector.listen(news::release);
        long start = System.nanoTime();
        JobReport report = reader.read();
        try {
            while (!enough.test(report) && !passed(limit, start)) {
                console.progress(ProgressLine.render(report));
                if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                if (wiring.connection().lost().isDone()) {
                    throw new LabcastException("the connection to the broker broke while waiting; the job goes on: "
                            + "'publisher report " + job + "' shows what became of it");
                }
                report = reader.read();
            }
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return report;
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private static boolean passed(Optional<Duration> limit, long start) {
        return limit.isPresent() && System.nanoTime() - start >= limit.get().toNanos();
    }

    /** Nobody is at work, and those who have not answered are not on: they will answer when they come back. */
    private static boolean onlyAbsent(JobReport report, long start) {
        boolean patienceOver = System.nanoTime() - start > PATIENCE.toNanos();
        return patienceOver && report.hosts().stream().noneMatch(Waiting::isExpectedSoon);
    }

    private static boolean isExpectedSoon(HostReport host) {
        boolean atWork = host.state() == HostState.ACCEPTED || host.state() == HostState.RUNNING;
        boolean on = host.sighting()
                .filter(sighting -> sighting.on() && sighting.trouble().isEmpty())
                .isPresent();
        return !host.state().isFinal() && host.state() != HostState.EXPIRED && (atWork || on);
    }

    /** Runs when the person presses Ctrl-C. */
    private void sayHowToGoOn() {
        console.warn("The job " + job + " goes on. 'publisher watch " + job + "' follows it, 'publisher cancel " + job
                + "' stops it.");
    }
}
