package org.labcast.agent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.agent.Samples;
import org.labcast.agent.core.HealthStatus;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.StoppedException;
import org.labcast.agent.intake.Authorization;
import org.labcast.agent.intake.MessageAuthorizer;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.JobRecord;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.ledger.LedgerState;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.session.Boots;
import org.labcast.agent.task.AttemptListener;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.TaskState;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verified;

/** A job whose agent is killed after each single write to the ledger, and in the midst of it. */
class JobRunRestartTest {
    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    private static final SecretKey KEY = SecretKey.generate("Ann", CLOCK);

    @TempDir
    Path folder;

    private final List<Integer> started = new ArrayList<>();

    private final List<Integer> cleared = new ArrayList<>();
    private boolean clearable = true;

    private Optional<Outcome> answer = Optional.empty();
    private boolean shellLives;
    private Optional<String> obstacle = Optional.empty();
    private final TaskExecutor executor = new TaskExecutor() {
        @Override
        public Outcome run(Verified<Job> job, int index, AttemptListener listener, Cancellation cancellation) {
            listener.starting(index, 0, job.value().tasks().get(index).command(), Optional.empty());
            started.add(index);
            return answer.orElseGet(() -> Samples.outcome(index, TaskState.SUCCEEDED, "done"));
        }

        @Override
        public Optional<String> obstacle(Verified<Job> job) {
            return obstacle;
        }

        @Override
        public Optional<Outcome> resume(
                Verified<Job> job, JobRecord record, AttemptListener listener, Cancellation cancellation) {
            return shellLives
                    ? Optional.of(Samples.outcome(record.nextTask(), TaskState.SUCCEEDED, "done"))
                    : Optional.empty();
        }

        @Override
        public boolean endLeftovers(OrderId job, int index) {
            assertThat(started).as("nothing starts before").isEmpty();
            cleared.add(index);
            return clearable;
        }
    };

    private static Header header() {
        Header h = Samples.header(1);
        return new Header(
                h.realm(),
                h.id(),
                KEY.fingerprint(),
                1,
                1,
                h.created(),
                h.notBefore(),
                h.expires(),
                h.target(),
                h.replyTo());
    }

    private static SignedMessage message(boolean idempotent, OnFailure onFailure) {
        Header header = header();
        TaskOptions options = TaskOptions.DEFAULT.toBuilder()
                .onFailure(onFailure)
                .idempotent(idempotent)
                .build();
        Bytes payload = Codec.write(Samples.job(header, options, "a", "b", "c"));
        return new SignedMessage(payload, KEY.sign(payload));
    }

    private static Verified<Job> verified(SignedMessage message) {
        MessageAuthorizer authorizer = new MessageAuthorizer(
                new SignatureVerifier(CLOCK, SignaturePolicy.standard()),
                () -> TrustStore.of(List.of(KEY.certificate())),
                new HostIdentity(Samples.REALM, Samples.HOST, new TreeSet<>()),
                CLOCK);
        return ((Authorization.Passed) authorizer.judge(message)).order().map(Job.class::cast);
    }

    /** Runs what the ledger says is to be run, as an agent that has just started. */
    private void runFrom(Path file, Verified<Job> job) {
        try (Ledger ledger = Ledger.open(file)) {
            Optional<JobRecord> open = ledger.read(LedgerState::jobs).stream().findFirst();
            BlockingLedger patient = new BlockingLedger(ledger, new HealthStatus());
            open.ifPresent(
                    record -> new JobRun(job, patient, executor, new Cancellation(), () -> false, CLOCK).run(record));
        }
    }

    private byte[] wholeStory(SignedMessage message, Verified<Job> job) throws IOException {
        Path file = folder.resolve("whole");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(
                    new Entry.JobAccepted(Samples.NOW, job.value().header(), message.payload(), message.signature()));
        }
        runFrom(file, job);
        assertThat(started).containsExactly(0, 1, 2);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingThatWasStartedStartsAgainUnlessItMay(boolean idempotent) throws IOException {
        SignedMessage message = message(idempotent, OnFailure.CONTINUE);
        Verified<Job> job = verified(message);
        byte[] story = wholeStory(message, job);
        int accepted = indexOfLineEnd(story, 2);
        for (int cut = accepted; cut <= story.length; cut += 7) {
            Path file = folder.resolve("cut");
            Files.write(file, Arrays.copyOf(story, cut));
            List<Integer> before = startsRecorded(file);
            started.clear();

            runFrom(file, job);

            for (int task = 0; task < 3; task++) {
                int again = Collections.frequency(started, task);
                boolean over = Ledger.look(folder.resolve("cut")).jobs().isEmpty();
                assertThat(over).as("the job comes to its end").isTrue();
                if (before.contains(task) && !idempotent) {
                    assertThat(again).as("task %s, cut at %s", task, cut).isZero();
                } else if (!before.contains(task)) {
                    assertThat(again).as("task %s, cut at %s", task, cut).isEqualTo(1);
                }
            }
        }
    }

    /** A job whose agent was killed while the first command ran. */
    private Path interrupted(SignedMessage message, Verified<Job> job) {
        Path file = folder.resolve("interrupted");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(
                    new Entry.JobAccepted(Samples.NOW, job.value().header(), message.payload(), message.signature()),
                    new Entry.JobStarted(job.value().id(), Samples.NOW),
                    Samples.attemptStarted(job.value().id(), 0, 0));
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anIdempotentCommandRunsAgainWhenNothingOfItIsLeft(boolean gone) {
        SignedMessage message = message(true, OnFailure.CONTINUE);
        Verified<Job> job = verified(message);
        Path file = interrupted(message, job);
        clearable = gone;

        runFrom(file, job);

        assertThat(cleared).containsExactly(0);
        assertThat(started).isEqualTo(gone ? List.of(0, 1, 2) : List.of(1, 2));
        assertThat(states(file).get(0)).isEqualTo(gone ? TaskState.SUCCEEDED : TaskState.INTERRUPTED);
    }

    @ParameterizedTest
    @EnumSource(OnFailure.class)
    void anInterruptedCommandIsAFailure(OnFailure onFailure) {
        SignedMessage message = message(false, onFailure);
        Verified<Job> job = verified(message);
        Path file = interrupted(message, job);

        runFrom(file, job);

        assertThat(cleared).as("what it left was ended").containsExactly(0);
        boolean stop = onFailure == OnFailure.STOP;
        assertThat(started).isEqualTo(stop ? List.of() : List.of(1, 2));
        assertThat(states(file))
                .isEqualTo(
                        stop
                                ? List.of(TaskState.INTERRUPTED, TaskState.SKIPPED, TaskState.SKIPPED)
                                : List.of(TaskState.INTERRUPTED, TaskState.SUCCEEDED, TaskState.SUCCEEDED));
        assertThat(end(file)).isEqualTo(stop ? JobEnd.STOPPED : JobEnd.DONE);
    }

    private static List<Event> events(Path file) {
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(state ->
                    Ledger.Step.of(true, state.nextResults(1 << 20, Samples.NOW).toArray(Entry[]::new)));
            return ledger.read(LedgerState::unsentResults).stream()
                    .flatMap(result -> result.events().stream())
                    .toList();
        }
    }

    private static List<TaskState> states(Path file) {
        return events(file).stream()
                .filter(Event.TaskDone.class::isInstance)
                .map(event -> ((Event.TaskDone) event).outcome().state())
                .toList();
    }

    private static JobEnd end(Path file) {
        return Ledger.look(file).unsentResults().stream()
                .flatMap(result -> result.events().stream())
                .filter(Event.Finished.class::isInstance)
                .map(event -> ((Event.Finished) event).end())
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> startsRecorded(Path file) throws IOException {
        List<Integer> starts = new ArrayList<>();
        // A torn line is no record; every line that is whole ends with a line feed.
        String text = Files.readString(file);
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.contains("AttemptStarted"))
                .forEach(line -> starts.add(Integer.parseInt(line.replaceAll(".*\"task\":([0-9]+).*", "$1"))));
        return starts;
    }

    private static int indexOfLineEnd(byte[] content, int lines) {
        int seen = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n' && ++seen == lines) {
                return i + 1;
            }
        }
        throw new AssertionError("too few lines");
    }

    private static SignedMessage typed(String... commands) {
        Job apart = Samples.job(header(), TaskOptions.DEFAULT, commands);
        Bytes payload = Codec.write(
                new Job(apart.header(), apart.title(), apart.tasks(), "", Optional.of(new ShellSession("sh", ""))));
        return new SignedMessage(payload, KEY.sign(payload));
    }

    private void runIn(String boot, Path file, Verified<Job> job, BooleanSupplier stopping) {
        try (Ledger ledger = Ledger.open(file)) {
            JobRecord open = ledger.read(LedgerState::jobs).get(0);
            BlockingLedger patient = new BlockingLedger(ledger, new HealthStatus());
            JobRun.Course course = new JobRun.Course(stopping, CLOCK, new Boots(() -> boot, () -> "agent"));
            new JobRun(job, patient, executor, new Cancellation(), course).run(open);
        }
    }

    private Path accepted(SignedMessage message, Verified<Job> job, Entry... more) {
        Path file = folder.resolve("ledger");
        try (Ledger ledger = Ledger.open(file)) {
            ledger.append(
                    new Entry.JobAccepted(Samples.NOW, job.value().header(), message.payload(), message.signature()));
            if (more.length > 0) {
                ledger.append(more);
            }
        }
        return file;
    }

    @Test
    void theNextCommandWaitsForTheNewStartOfTheMachine() {
        SignedMessage message = typed("echo a", "reboot", "echo b");
        Verified<Job> job = verified(message);
        Path file = accepted(message, job);
        BooleanSupplier rebooting = () -> started.size() == 2;

        assertThatThrownBy(() -> runIn("boot-1", file, job, rebooting)).isInstanceOf(StoppedException.class);
        assertThat(started).containsExactly(0, 1);
        assertThatThrownBy(() -> runIn("boot-1", file, job, rebooting)).isInstanceOf(StoppedException.class);
        assertThat(started).as("only the agent has started anew").containsExactly(0, 1);

        runIn("boot-2", file, job, () -> false);
        assertThat(started).containsExactly(0, 1, 2);
        assertThat(states(file)).containsOnly(TaskState.SUCCEEDED).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot-1", "boot-2"})
    void aRebootThatTheMachineWentDownInHasSucceeded(String boot) {
        SignedMessage message = typed("reboot", "echo b");
        Verified<Job> job = verified(message);
        Path file = accepted(
                message,
                job,
                new Entry.JobStarted(job.value().id(), Samples.NOW),
                Samples.attemptStarted(job.value().id(), 0, 0),
                new Entry.RebootAsked(job.value().id(), "boot-1"));

        runIn(boot, file, job, () -> false);

        assertThat(states(file))
                .containsExactly(
                        boot.equals("boot-2") ? TaskState.SUCCEEDED : TaskState.INTERRUPTED, TaskState.SUCCEEDED);
        assertThat(started).containsExactly(1);
    }

    static Stream<Ending> endingsFromOutside() {
        return Stream.of(new Ending.Interrupted(), new Ending.Signalled(15));
    }

    @ParameterizedTest
    @MethodSource("endingsFromOutside")
    void aRebootThatEndsItsOwnShellFirstHasSucceeded(Ending ending) {
        SignedMessage message = typed("reboot", "echo b");
        Verified<Job> job = verified(message);
        Path file = accepted(message, job);
        Attempt attempt =
                new Attempt("reboot", Optional.empty(), Samples.NOW, Duration.ZERO, ending, Output.NONE, Output.NONE);
        answer = Optional.of(new Outcome(0, TaskState.FAILED, List.of(attempt), List.of()));

        assertThatThrownBy(() -> runIn("boot-1", file, job, () -> !started.isEmpty()))
                .isInstanceOf(StoppedException.class);
        answer = Optional.empty();
        runIn("boot-2", file, job, () -> false);

        assertThat(states(file)).containsExactly(TaskState.SUCCEEDED, TaskState.SUCCEEDED);
        assertThat(started).containsExactly(0, 1);
    }

    @Test
    void whatFollowsTheEndOfTheShellDoesNotRunAfterARestartEither() {
        SignedMessage message = typed("exit 0", "echo never");
        Verified<Job> job = verified(message);
        Path file = accepted(
                message,
                job,
                new Entry.JobStarted(job.value().id(), Samples.NOW),
                Samples.attemptStarted(job.value().id(), 0, 0),
                new Entry.TaskEnded(job.value().id(), Samples.outcome(0, TaskState.SUCCEEDED)),
                new Entry.FileEnded(job.value().id()));

        runIn("boot-1", file, job, () -> false);

        assertThat(started).isEmpty();
        assertThat(states(file)).containsExactly(TaskState.SUCCEEDED, TaskState.SKIPPED);
        assertThat(end(file)).isEqualTo(JobEnd.DONE);
    }

    @Test
    void theEndOfATypedCommandIsRecordedWithTheNextStart() throws IOException {
        SignedMessage message = typed("echo a", "echo b", "echo c");
        wholeStory(message, verified(message));

        List<String> lines = Files.readAllLines(folder.resolve("whole"));

        assertThat(lines.stream().filter(line -> line.contains("TaskEnded")))
                .hasSize(3)
                .filteredOn(line -> line.contains("AttemptStarted"))
                .hasSize(2);
    }

    @Test
    void aTypedCommandWhoseShellLivesOnIsNeverLostOrRunTwice() throws IOException {
        SignedMessage message = typed("echo a", "echo b", "echo c");
        Verified<Job> job = verified(message);
        byte[] story = wholeStory(message, job);
        shellLives = true;
        for (int cut = indexOfLineEnd(story, 2); cut <= story.length; cut += 7) {
            Path file = folder.resolve("cut");
            Files.write(file, Arrays.copyOf(story, cut));
            List<Integer> all = new ArrayList<>(startsRecorded(file));
            started.clear();

            runFrom(file, job);

            all.addAll(started);
            assertThat(all).as("started, cut at %s", cut).containsExactly(0, 1, 2);
            assertThat(states(file))
                    .as("cut at %s", cut)
                    .containsOnly(TaskState.SUCCEEDED)
                    .hasSize(3);
        }
    }

    @Test
    void theEndOfACommandIsRecordedWhenTheAgentStopsBeforeTheNextOne() {
        SignedMessage message = typed("echo a", "echo b");
        Verified<Job> job = verified(message);
        Path file = accepted(message, job);

        assertThatThrownBy(() -> runIn("boot-1", file, job, () -> !started.isEmpty()))
                .isInstanceOf(StoppedException.class);

        assertThat(started).containsExactly(0);
        assertThat(states(file)).containsExactly(TaskState.SUCCEEDED);
    }

    @Test
    void aFileThatCannotRunToItsEndDoesNotRunAtAll() {
        SignedMessage message = typed("echo a", "echo b");
        Verified<Job> job = verified(message);
        Path file = accepted(message, job);
        obstacle = Optional.of("nobody is no user of this agent");

        runIn("boot-1", file, job, () -> false);

        assertThat(started).isEmpty();
        assertThat(states(file)).containsExactly(TaskState.FAILED, TaskState.SKIPPED);
        assertThat(end(file)).isEqualTo(JobEnd.STOPPED);
        assertThat(events(file).toString()).contains("nobody is no user of this agent");
    }
}
