package org.labcast.agent.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.agent.core.StoppedException;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.session.Boots;
import org.labcast.agent.session.RebootCommand;
import org.labcast.agent.task.AttemptListener;
import org.labcast.model.order.Job;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Ending;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.TaskState;
import org.labcast.transport.pgp.Verified;

/** One job from where the ledger says it is to its end, or until the agent stops. */
final class JobRun {
    /** Results that cannot be sent yet may take so much of the ledger; then the next command waits. */
    static final long ROOM = 16 << 20;

    private static final Duration LOOK = Duration.ofSeconds(5);

    /** A machine that goes down takes at most so long from the end of a shell to that of the agent. */
    private static final Duration GOING_DOWN = Duration.ofMinutes(2);

    private final Verified<Job> verified;
    private final Job job;
    private final BlockingLedger ledger;
    private final TaskExecutor executor;
    private final Cancellation cancellation;
    private final BooleanSupplier stopping;
    private final Clock clock;
    private final Boots boots;
    private final AttemptListener listener = new Listener();

    /** How the last command ended, as long as it is not in the ledger: one write and sync records it with the next one's start. */
    private final List<Entry> unrecorded = new ArrayList<>();

    JobRun(
            Verified<Job> job,
            BlockingLedger ledger,
            TaskExecutor executor,
            Cancellation cancellation,
            BooleanSupplier stopping,
            Clock clock) {
        this(job, ledger, executor, cancellation, new Course(stopping, clock, Boots.ofThisMachine()));
    }

    /**
     * By what a run is told how things are.
     *
     * @param stopping whether the agent stops
     * @param boots by which one start of the machine is told from another
     */
    record Course(BooleanSupplier stopping, Clock clock, Boots boots) {}

    JobRun(Verified<Job> job, BlockingLedger ledger, TaskExecutor executor, Cancellation cancellation, Course course) {
        this.verified = job;
        this.job = job.value();
        this.ledger = ledger;
        this.executor = executor;
        this.cancellation = cancellation;
        this.stopping = course.stopping();
        this.clock = course.clock();
        this.boots = course.boots();
    }

    /** @throws StoppedException when the agent stops; the ledger then says how far the job has come */
    void run(JobRecord from) {
        try {
            runTasks(from);
        } catch (StoppedException e) {
            record();
            throw e;
        }
    }

    private void runTasks(JobRecord from) {
        JobRecord record = from;
        if (!record.started()) {
            record = begin();
        } else if (!record.open().isEmpty()) {
            record = goOn(record);
        }
        while (record.nextTask() < job.tasks().size()) {
            if (isCancelled(record) || record.shell().over() || isStoppedByFailure(record)) {
                break;
            } else if (record.shell()
                    .rebootFrom()
                    .filter(before -> !boots.isOver(before))
                    .isPresent()) {
                record();
                record = awaitReboot();
            } else {
                record = runTask(record.nextTask());
            }
        }
        record();
        end();
    }

    /** A file that cannot run to its end for a reason that is known beforehand does not run at all. */
    private JobRecord begin() {
        Instant now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.JobStarted(job.id(), now));
        executor.obstacle(verified).ifPresent(reason -> {
            Attempt none = new Attempt(
                    job.tasks().get(0).command(),
                    Optional.empty(),
                    now,
                    Duration.ZERO,
                    new Ending.NotStarted(reason),
                    Output.NONE,
                    Output.NONE);
            entries.add(new Entry.TaskEnded(job.id(), new Outcome(0, TaskState.FAILED, List.of(none), List.of())));
            entries.add(new Entry.FileEnded(job.id()));
        });
        record(entries);
        return current();
    }

    /** With a task that an earlier life of the agent has begun. */
    private JobRecord goOn(JobRecord record) {
        Optional<String> rebootFrom = record.shell().rebootFrom();
        if (rebootFrom.filter(boots::isOver).isPresent()) {
            return append(new Entry.TaskEnded(job.id(), rebooted(record)));
        }
        Optional<Outcome> resumed = executor.resume(verified, record, listener, cancellation);
        if (resumed.isPresent()) {
            return endedOrStopped(job.tasks().get(record.nextTask()), resumed.get());
        }
        return mayRunAgain(record.nextTask()) ? record : append(new Entry.TaskEnded(job.id(), interrupted(record)));
    }

    /** The machine went down while its command still ran, or before its end could be recorded: that is what it was to do. */
    private static Outcome rebooted(JobRecord record) {
        int last = record.open().size() - 1;
        List<Attempt> attempts = new ArrayList<>(interrupted(record).attempts());
        attempts.set(last, with(attempts.get(last), new Ending.Exited(0)));
        TaskState state = record.open().get(last).correction().isPresent() ? TaskState.CORRECTED : TaskState.SUCCEEDED;
        return new Outcome(record.nextTask(), state, attempts, List.of());
    }

    /** Until the machine has started anew, which ends this process too, or the job is cancelled. */
    private JobRecord awaitReboot() {
        long rings = ledger.signal().rings();
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
        ledger.signal().await(rings, LOOK);
        return current();
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
        if (!ledger.hasRoom(ROOM)) {
            record();
            ledger.awaitRoom(ROOM);
        }
        Task task = job.tasks().get(index);
        return endedOrStopped(task, executor.run(verified, index, listener, cancellation));
    }

    private JobRecord endedOrStopped(Task task, Outcome outcome) {
        if (outcome.state() == TaskState.CANCELLED
                && stopping.getAsBoolean()
                && !current().cancelled()) {
            return stopped(task, outcome);
        }
        return ended(task, outcome);
    }

    private JobRecord ended(Task task, Outcome outcome) {
        awaitGoingDown(outcome);
        boolean over = executor.hasEndedFile(job.id());
        boolean last = over
                || outcome.task() + 1 == job.tasks().size()
                || isCancelled(current())
                || (!outcome.state().success() && task.options().onFailure() == OnFailure.STOP);
        Outcome whole = last ? executor.finish(verified, outcome) : outcome;
        unrecorded.add(new Entry.TaskEnded(job.id(), whole));
        if (over) {
            unrecorded.add(new Entry.FileEnded(job.id()));
        }
        // The next start follows at once. Until then a shell that lives on can tell how its command ended; nothing else
        // can.
        if (last || job.session().isEmpty() || task.change().isPresent()) {
            record();
        }
        return current();
    }

    /**
     * A command that asked for another start of the machine and was ended from outside was most likely ended by just that. Then the agent is
     * ended next, and its next life finds that the machine has started anew.
     */
    private void awaitGoingDown(Outcome outcome) {
        Instant until = clock.instant().plus(GOING_DOWN);
        while (wasEndedFromOutside(outcome)
                && current().shell().rebootFrom().isPresent()
                && clock.instant().isBefore(until)
                && !isCancelled(current())) {
            long rings = ledger.signal().rings();
            if (stopping.getAsBoolean()) {
                throw new StoppedException();
            }
            ledger.signal().await(rings, LOOK);
        }
    }

    private static boolean wasEndedFromOutside(Outcome outcome) {
        List<Attempt> attempts = outcome.attempts();
        return !attempts.isEmpty()
                && (attempts.get(attempts.size() - 1).ending() instanceof Ending.Interrupted
                        || attempts.get(attempts.size() - 1).ending() instanceof Ending.Signalled);
    }

    /** Writes to the ledger before anything starts. */
    private final class Listener implements AttemptListener {
        private final List<Entry> before = new ArrayList<>();

        @Override
        public void followed(int task, Attempt ended) {
            before.add(new Entry.AttemptEnded(job.id(), ended));
        }

        @Override
        public void starting(int task, int attempt, String command, Optional<Correction> correction) {
            if (stopping.getAsBoolean()) {
                throw new StoppedException();
            }
            List<Entry> entries = new ArrayList<>(before);
            before.clear();
            entries.add(new Entry.AttemptStarted(job.id(), task, attempt, clock.instant(), command, correction));
            if (job.session().isPresent()) {
                RebootCommand.in(command)
                        .ifPresent(asked -> entries.add(new Entry.RebootAsked(job.id(), boots.before(asked))));
            }
            record(entries);
        }
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
        JobRecord recorded = ledger.read(state -> state.job(job.id()).orElseThrow());
        for (Entry entry : unrecorded) {
            recorded = entry instanceof Entry.TaskEnded ended
                    ? recorded.end(ended.outcome().state())
                    : recorded;
        }
        return recorded;
    }

    private JobRecord append(Entry entry) {
        record(List.of(entry));
        return current();
    }

    private void record() {
        if (!unrecorded.isEmpty()) {
            record(List.of());
        }
    }

    private void record(List<Entry> more) {
        List<Entry> entries = new ArrayList<>(unrecorded);
        entries.addAll(more);
        ledger.append(entries.toArray(Entry[]::new));
        unrecorded.clear();
    }

    /** Decided and recorded in one, so that a cancellation comes either before or after it. */
    private void end() {
        JobEnd end = ledger.append(state -> {
            JobRecord record = state.job(job.id()).orElseThrow();
            boolean whole = record.nextTask() == job.tasks().size();
            boolean cancelled = isCancelled(record);
            boolean left = record.shell().over()
                    && record.last().filter(TaskState::success).isPresent();
            JobEnd how = cancelled ? JobEnd.CANCELLED : whole || left ? JobEnd.DONE : JobEnd.STOPPED;
            TaskState rest = cancelled ? TaskState.CANCELLED : TaskState.SKIPPED;
            List<Entry> entries = new ArrayList<>();
            IntStream.range(record.nextTask(), job.tasks().size())
                    .forEach(task ->
                            entries.add(new Entry.TaskEnded(job.id(), new Outcome(task, rest, List.of(), List.of()))));
            entries.add(new Entry.JobEnded(job.id(), clock.instant(), how));
            return new Ledger.Step<>(entries, how);
        });
        executor.close(job.id(), end == JobEnd.CANCELLED);
    }

    /** What can be said of a task whose start is recorded and whose end is not. */
    static Outcome interrupted(JobRecord record) {
        List<Attempt> earlier = record.shell().earlier();
        Stream<Attempt> unknown = record.open().stream()
                .skip(earlier.size())
                .map(start -> new Attempt(
                        start.command(),
                        start.correction(),
                        start.at(),
                        Duration.ZERO,
                        new Ending.Interrupted(),
                        Output.NONE,
                        Output.NONE));
        List<Attempt> attempts = Stream.concat(earlier.stream(), unknown).toList();
        return new Outcome(record.nextTask(), TaskState.INTERRUPTED, attempts, List.of());
    }

    private static Outcome interrupted(Outcome outcome) {
        List<Attempt> attempts =
                outcome.attempts().stream().map(JobRun::interrupted).toList();
        return new Outcome(outcome.task(), TaskState.INTERRUPTED, attempts, outcome.suggestions(), outcome.advice());
    }

    private static Attempt interrupted(Attempt attempt) {
        return attempt.ending() instanceof Ending.Cancelled ? with(attempt, new Ending.Interrupted()) : attempt;
    }

    private static Attempt with(Attempt attempt, Ending ending) {
        return new Attempt(
                attempt.command(),
                attempt.correction(),
                attempt.started(),
                attempt.took(),
                ending,
                attempt.out(),
                attempt.err());
    }
}
