package org.labcast.agent.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.core.StoppedException;
import org.labcast.agent.intake.Authorization;
import org.labcast.agent.intake.CurrentJob;
import org.labcast.agent.intake.MessageAuthorizer;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.model.order.Job;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Refusal;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the accepted jobs one after the other, the oldest first. */
public final class Worker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** The longest time between two looks at the clock, which an administrator may set. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final BlockingLedger ledger;
    private final MessageAuthorizer authorizer;
    private final TaskExecutor executor;
    private final CurrentJob current;
    private final Runnable tidy;
    private final Clock clock;
    private volatile boolean mayBegin;
    private volatile boolean stopped;

    /** @param tidy to be run after each job */
    public Worker(
            BlockingLedger ledger,
            MessageAuthorizer authorizer,
            TaskExecutor executor,
            CurrentJob current,
            Runnable tidy,
            Clock clock) {
        this.ledger = ledger;
        this.authorizer = authorizer;
        this.executor = executor;
        this.current = current;
        this.tidy = tidy;
        this.clock = clock;
    }

    /** To be called once the backlog has been taken in: a cancellation may wait there, or an older job. */
    public void begin() {
        mayBegin = true;
        ledger.signal().ring();
    }

    /** The job goes on after the next start; a command in the job's shell goes on meanwhile, another one is ended. */
    public void stop() {
        stopped = true;
        current.stopAny();
        ledger.signal().ring();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                long rings = ledger.signal().rings();
                Optional<JobRecord> next = mayBegin ? next() : Optional.empty();
                next.ifPresentOrElse(this::run, () -> ledger.signal().await(rings, untilNext()));
            }
        } catch (StoppedException e) {
            // The ledger says where to go on.
            executor.leave();
        }
    }

    private Duration untilNext() {
        Instant now = clock.instant();
        return ledger.read(LedgerState::jobs).stream()
                .map(job -> Duration.between(now, job.header().notBefore()))
                .filter(wait -> !wait.isNegative() && wait.compareTo(LOOK) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LOOK)
                .plusMillis(1);
    }

    private Optional<JobRecord> next() {
        Instant now = clock.instant();
        return ledger.read(LedgerState::jobs).stream()
                .filter(job -> job.started() || !now.isBefore(job.header().notBefore()))
                .findFirst();
    }

    private void run(JobRecord job) {
        Entry.JobAccepted accepted = ledger.accepted(job.id());
        Authorization authorization = authorizer.judge(new SignedMessage(accepted.payload(), accepted.signature()));
        if (authorization instanceof Authorization.Passed passed
                && passed.order().value() instanceof Job) {
            run(job, passed.order().map(Job.class::cast));
        } else {
            List<Entry> entries = new ArrayList<>();
            if (!job.open().isEmpty()) {
                executor.endLeftovers(job.id(), job.nextTask());
                entries.add(new Entry.TaskEnded(job.id(), JobRun.interrupted(job)));
            }
            entries.add(farewell(job, authorization));
            ledger.append(entries.toArray(Entry[]::new));
        }
    }

    private void run(JobRecord record, Verified<Job> job) {
        LOG.info("job {} begins or goes on: {}", record.id(), job.value().title());
        var cancellation = current.begin(record.id());
        try {
            if (stopped) {
                throw new StoppedException();
            }
            if (record.cancelled()) {
                cancellation.cancel();
            }
            new JobRun(job, ledger, executor, cancellation, () -> stopped, clock).run(record);
            LOG.info("job {} has ended", record.id());
        } finally {
            current.end();
        }
        tidy.run();
    }

    private Entry farewell(JobRecord job, Authorization authorization) {
        Instant now = clock.instant();
        if (authorization instanceof Authorization.Declined declined) {
            LOG.warn("job {} will not run: {}", job.id(), declined.explanation());
            return declined.reason() == Refusal.EXPIRED
                    ? new Entry.JobEnded(job.id(), now, JobEnd.EXPIRED)
                    : new Entry.JobDropped(job.id(), now, declined.reason(), declined.explanation());
        }
        Authorization.Suspect suspect = (Authorization.Suspect) authorization;
        LOG.warn("job {} will not run: {}", job.id(), suspect.explanation());
        return new Entry.JobDropped(job.id(), now, suspect.reason(), suspect.explanation());
    }
}
