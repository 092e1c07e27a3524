package org.labcast.agent.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.labcast.agent.StoppedException;
import org.labcast.agent.exec.Cancellation;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.PatientLedger;
import org.labcast.model.Attempt;
import org.labcast.model.Correction;
import org.labcast.model.Ending;
import org.labcast.model.Job;
import org.labcast.model.JobEnd;
import org.labcast.model.OnFailure;
import org.labcast.model.Outcome;
import org.labcast.model.Output;
import org.labcast.model.Task;
import org.labcast.model.TaskState;
import org.labcast.transport.pgp.Verified;

/** One job from where the ledger says it is to its end, or until the agent stops. */
final class JobRun {
    /** Results that cannot be sent yet may take so much of the ledger; then the next command waits. */
    static final long ROOM = 16 << 20;

    private final Verified<Job> verified;
    private final Job job;
    private final PatientLedger ledger;
    private final TaskExecutor executor;
    private final Cancellation cancellation;
    private final BooleanSupplier stopping;
    private final Clock clock;

    JobRun(
            Verified<Job> job,
            PatientLedger ledger,
            TaskExecutor executor,
            Cancellation cancellation,
            BooleanSupplier stopping,
            Clock clock) {
        this.verified = job;
        this.job = job.value();
        this.ledger = ledger;
        this.executor = executor;
        this.cancellation = cancellation;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** @throws StoppedException when the agent stops; the ledger then says how far the job has come */
    void run(JobRecord from) {
        JobRecord record = from;
        if (!record.started()) {
            record = append(new Entry.JobStarted(job.id(), clock.instant()));
        } else if (!record.open().isEmpty() && !mayRunAgain(record.nextTask())) {
            record = append(new Entry.TaskEnded(job.id(), interrupted(record)));
        }
        while (record.nextTask() < job.tasks().size()) {
            if (isCancelled(record) || isStoppedByFailure(record) || executor.hasEnded(job.id())) {
                break;
            }
            record = runTask(record.nextTask());
        }
        // The shell ended by itself after a success: the file ends there, as it says.
        boolean exited = executor.hasEnded(job.id())
                && record.last().map(TaskState::success).orElse(false);
        executor.finish(job.id());
        end(exited);
    }

    /** Of a command that may run twice, two must still not run at once. */
    private boolean mayRunAgain(int task) {
        return executor.endLeftovers(job.id(), task) && isIdempotent(job.tasks().get(task));
    }

    private static boolean isIdempotent(Task task) {
        return task.options().idempotent() || task.change().isPresent();
    }

    private boolean isStoppedByFailure(JobRecord record) {
        return record.last().isPresent()
                && !record.last().get().success()
                && job.tasks().get(record.nextTask() - 1).options().onFailure() == OnFailure.STOP;
    }

    private JobRecord runTask(int index) {
        ledger.awaitRoom(ROOM);
        Task task = job.tasks().get(index);
        Outcome outcome = executor.run(verified, index, this::starting, cancellation);
        if (outcome.state() == TaskState.CANCELLED
                && stopping.getAsBoolean()
                && !current().cancelled()) {
            return stopped(task, outcome);
        }
        return append(new Entry.TaskEnded(job.id(), outcome));
    }

    private void starting(int task, int attempt, String command, Optional<Correction> correction) {
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
        ledger.append(new Entry.AttemptStarted(job.id(), task, attempt, clock.instant(), command, correction));
    }

    /** The agent itself ended the command because it goes down: interrupted, unless it may simply run again. */
    private JobRecord stopped(Task task, Outcome outcome) {
        if (!isIdempotent(task) && !outcome.attempts().isEmpty()) {
            append(new Entry.TaskEnded(job.id(), interrupted(outcome)));
        }
        throw new StoppedException();
    }

    /** The command is told of a cancellation before the ledger, which may have to wait for space. */
    private boolean isCancelled(JobRecord record) {
        return record.cancelled() || (cancellation.isCancelled() && !stopping.getAsBoolean());
    }

    private JobRecord current() {
        return ledger.read(state -> state.job(job.id()).orElseThrow());
    }

    private JobRecord append(Entry entry) {
        ledger.append(entry);
        return current();
    }

    /** Decided and recorded in one, so that a cancellation comes either before or after it. */
    private void end(boolean exited) {
        ledger.append(state -> {
            JobRecord record = state.job(job.id()).orElseThrow();
            boolean whole = record.nextTask() == job.tasks().size();
            boolean cancelled = isCancelled(record);
            JobEnd end = cancelled ? JobEnd.CANCELLED : whole || exited ? JobEnd.DONE : JobEnd.STOPPED;
            TaskState rest = cancelled ? TaskState.CANCELLED : TaskState.SKIPPED;
            List<Entry> entries = new ArrayList<>();
            IntStream.range(record.nextTask(), job.tasks().size())
                    .forEach(task ->
                            entries.add(new Entry.TaskEnded(job.id(), new Outcome(task, rest, List.of(), List.of()))));
            entries.add(new Entry.JobEnded(job.id(), clock.instant(), end));
            return new Ledger.Step<>(entries, end);
        });
    }

    /** What can be said of a task whose start is recorded and whose end is not. */
    static Outcome interrupted(JobRecord record) {
        List<Attempt> attempts = record.open().stream()
                .map(start -> new Attempt(
                        start.command(),
                        start.correction(),
                        start.at(),
                        Duration.ZERO,
                        new Ending.Interrupted(),
                        Output.NONE,
                        Output.NONE))
                .toList();
        return new Outcome(record.nextTask(), TaskState.INTERRUPTED, attempts, List.of());
    }

    private static Outcome interrupted(Outcome outcome) {
        List<Attempt> attempts =
                outcome.attempts().stream().map(JobRun::interrupted).toList();
        return new Outcome(outcome.task(), TaskState.INTERRUPTED, attempts, outcome.suggestions(), outcome.advice());
    }

    private static Attempt interrupted(Attempt attempt) {
        return attempt.ending() instanceof Ending.Cancelled
                ? new Attempt(
                        attempt.command(),
                        attempt.correction(),
                        attempt.started(),
                        attempt.took(),
                        new Ending.Interrupted(),
                        attempt.out(),
                        attempt.err())
                : attempt;
    }
}
