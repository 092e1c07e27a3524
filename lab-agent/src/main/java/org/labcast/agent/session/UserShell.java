package org.labcast.agent.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.output.Capture;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.CannotStartException;
import org.labcast.agent.process.Command;
import org.labcast.agent.process.CommandResult;
import org.labcast.agent.process.ControlGroup;
import org.labcast.agent.process.ExitStatus;
import org.labcast.agent.process.ProcessEntry;
import org.labcast.agent.process.SearchPath;
import org.labcast.agent.process.Surroundings;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.order.Job;
import org.labcast.model.order.Script;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;
import org.labcast.shell.ShellWord;
import org.labcast.shell.SimpleCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One user's shell of one job, in the course of the job: the living one, what was saved of it, and how a new one is made of what was saved
 * when the living one is lost or has done what a correction must not see.
 */
final class UserShell {
    private static final Logger LOG = LoggerFactory.getLogger(UserShell.class);
    private static final Duration LONGEST_RESTORE = Duration.ofSeconds(60);

    private final Job job;
    private final ShellSession session;
    private final String user;
    private final ShellHost host;
    private final SessionFiles files;

    private Optional<LivingShell> living = Optional.empty();
    /** Number of the last step that any shell was given. */
    private long number;

    /** After the last command; empty when it could not be saved. */
    private Optional<Snapshot> latest = Optional.of(Snapshot.FRESH);
    /** Before the task whose attempts are under way. */
    private Optional<Snapshot> before = Optional.of(Snapshot.FRESH);

    private int task = -1;
    private boolean ended;
    private @Nullable Capture out;
    private @Nullable Capture err;

    private UserShell(Job job, ShellSession session, String user, ShellHost host, SessionFiles files) {
        this.job = job;
        this.session = session;
        this.user = user;
        this.host = host;
        this.files = files;
    }

    /** As an earlier life of the agent left it, or before its first command. */
    static UserShell open(Job job, ShellSession session, Command first, ShellHost host) throws IOException {
        String user = first.options().user();
        SessionFiles files = SessionFiles.in(JobShells.folder(host.root(), job), user);
        UserShell shell = new UserShell(job, session, user, host, files);
        boolean begun = job.tasks().subList(0, first.task()).stream()
                .anyMatch(earlier -> earlier.options().user().equals(user));
        Optional<Snapshot> saved = files.read(files.latest());
        if (saved.isEmpty() && !begun) {
            // Should the agent be killed with the first command, the next ones begin where that began.
            files.write(files.latest(), Snapshot.FRESH);
            saved = Optional.of(Snapshot.FRESH);
        }
        shell.latest = saved.filter(state -> !state.isLost());
        shell.before = files.read(files.before()).or(() -> shell.latest);
        Optional<StepNote> note = files.note();
        if (note.isPresent()) {
            shell.number = note.get().number();
            shell.task = note.get().task();
            shell.living = shell.attach();
        }
        return shell;
    }

    private Optional<LivingShell> attach() throws IOException {
        Optional<ShellAddress> address = files.address();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return LivingShell.attach(address.get(), host.boot(), host.account(user), number);
        } catch (CannotStartException e) {
            return Optional.empty();
        }
    }

    private OrderId id() {
        return job.header().id();
    }

    CommandResult run(Command command, Instant started, Cancellation cancellation) throws IOException {
        ended = false;
        try {
            host.requireFolder(command.options().cwd(), user);
            LivingShell shell = ready(command);
            if (!shell.isThere()) {
                LOG.warn("The shell of job {} has gone between two commands", id());
                discard(shell);
                shell = restored();
                living = Optional.of(shell);
            }
            Step step = step(command, shell);
            return carry(command, shell, step, started, cancellation);
        } catch (CannotStartException e) {
            return JobShells.none(started, new Ending.NotStarted(e.reason()));
        }
    }

    /** A shell in which the command finds what it is to find: what the one before left, or, of a second attempt, what the first one found. */
    private LivingShell ready(Command command) throws IOException, CannotStartException {
        if (command.task() != task) {
            task = command.task();
            before = latest;
            files.forget(files.before());
        } else if (!sameState()) {
            before.ifPresent(this::keepBefore);
            kill();
        }
        latest = before;
        if (living.isEmpty()) {
            living = Optional.of(restored());
        }
        return living.get();
    }

    private boolean sameState() {
        return living.isPresent()
                && latest.isPresent()
                && before.isPresent()
                && latest.get().sameAs(before.get());
    }

    private void keepBefore(Snapshot snapshot) {
        try {
            files.write(files.before(), snapshot);
        } catch (IOException e) {
            LOG.warn("The state before a command of job {} is not kept on disk: {}", id(), e.getMessage());
        }
    }

    private LivingShell restored() throws IOException, CannotStartException {
        Snapshot state = before.orElseThrow(() -> new CannotStartException(
                "The job's shell was lost, and its state was larger than " + (LivingShell.LARGEST_STATE >> 20)
                        + " MiB or could not be saved; push the rest of the file again."));
        LivingShell shell = host.start(id(), session, user, number);
        files.write(shell.address());
        if (state.equals(Snapshot.FRESH)) {
            return shell;
        }
        List<String> functions = shell.dialect() == ShellDialect.POSIX ? functions() : List.of();
        Step step = Step.own(state.restoring(shell.dialect(), functions));
        note(new StepNote(shell.number() + 1, -1, 0, ProcessEntry.now()));
        boolean given = shell.give(step, CommandEnd.NONE);
        number = shell.number();
        shell.giveOutputTo((bytes, count) -> {}, (bytes, count) -> {});
        StepEnd end = given ? shell.await(LONGEST_RESTORE, new Cancellation(), List.of()) : new StepEnd.Unknown();
        if (end instanceof StepEnd.ShellEnded) {
            discard(shell);
            throw new CannotStartException("The job's shell was lost, and the folder where it was, "
                    + state.folder().orElse("") + ", cannot be entered any more. Nothing runs in another one instead.");
        } else if (!(end instanceof StepEnd.Done)) {
            shell.close();
            throw new IOException("its saved state cannot be restored");
        }
        shell.drain();
        return shell;
    }

    /** Of the commands before this task, those that do nothing but define functions or take them back. */
    private List<String> functions() {
        return job.tasks().subList(0, Math.max(0, Math.min(task, job.tasks().size()))).stream()
                .filter(earlier -> earlier.options().user().equals(user)
                        && earlier.script().isEmpty())
                .map(Task::command)
                .filter(UserShell::isAboutFunctions)
                .map(Step::bytes)
                .toList();
    }

    private static boolean isAboutFunctions(String text) {
        try {
            List<CompleteCommand> commands = ShellText.commands(text, Dialect.SH);
            return commands.size() == 1
                    && (commands.get(0).onlyFunctions()
                            || commands.get(0).commands().stream().allMatch(UserShell::takesFunctionsBack));
        } catch (ShellSyntaxException e) {
            return false;
        }
    }

    private static boolean takesFunctionsBack(SimpleCommand command) {
        List<String> words = command.words().stream().map(ShellWord::text).toList();
        return words.size() > 2
                && words.subList(0, 2).equals(List.of("unset", "-f"))
                && words.stream().allMatch(word -> word.matches("[\\w-]+"));
    }

    private Step step(Command command, LivingShell shell) throws IOException, CannotStartException {
        List<String> exports =
                List.of("LABCAST_TASK=" + (command.task() + 1), "LABCAST_ATTEMPT=" + (command.attempt() + 1));
        String folder = Step.bytes(command.options().cwd());
        Optional<Script> script = command.script();
        if (script.isEmpty()
                && ShellHost.sameProgram(session.shell(), command.options().shell())) {
            return new Step(
                    Step.bytes(command.text()),
                    exports,
                    folder,
                    job.tasks().get(command.task()).line());
        }
        List<String> words = new ArrayList<>(
                script.map(Script::interpreter).orElse(List.of(command.options().shell())));
        words.set(0, SearchPath.require(words.get(0)));
        Path file = shell.give("script", Step.bytes(command.text()));
        words.add(file.toString());
        String text = String.join(" ", words.stream().map(QuotedText::of).toList());
        return new Step(Step.bytes(text), exports, folder, 0);
    }

    private CommandResult carry(
            Command command, LivingShell shell, Step step, Instant started, Cancellation cancellation)
            throws IOException {
        long from = System.nanoTime();
        begin(host.capture(command, OutputStreamName.OUT), host.capture(command, OutputStreamName.ERR), shell);
        LivingShell.Moment now = shell.moment();
        Optional<ControlGroup> group = host.controlGroup(shell, command);
        note(new StepNote(shell.number() + 1, command.task(), command.attempt(), now.ticks()));
        boolean given = shell.give(step, latest.map(Snapshot::end).orElse(CommandEnd.NONE));
        number = shell.number();
        StepEnd end = given
                ? await(command, shell, group, now, command.options().timeout(), cancellation)
                : new StepEnd.Unknown();
        return result(started, Duration.ofNanos(System.nanoTime() - from), shell, end);
    }

    private StepEnd await(
            Command command,
            LivingShell shell,
            Optional<ControlGroup> group,
            LivingShell.Moment begun,
            Duration timeout,
            Cancellation cancellation) {
        LivingShell.Ender ender = shell.ender(
                host.tag(command), group.stream().toList(), begun, host.limits().killGrace());
        return shell.await(timeout, cancellation, List.of(ender));
    }

    /** Waits for what an earlier life of the agent began; empty when it is not known whether or how it ended. */
    Optional<CommandResult> resume(Command command, Instant started, Cancellation cancellation) throws IOException {
        Optional<StepNote> note = files.note();
        if (note.isEmpty() || living.isEmpty()) {
            return Optional.empty();
        }
        LivingShell shell = living.get();
        boolean given = note.get().task() == command.task() && note.get().attempt() == command.attempt();
        if (!given || shell.waitsFor(number)) {
            return notBegun(command, given, started, cancellation);
        }
        Capture toOut = refilled(command, OutputStreamName.OUT);
        Capture toErr = refilled(command, OutputStreamName.ERR);
        begin(toOut, toErr, shell);
        Duration spent = ProcessEntry.since(note.get().ticks());
        Optional<ControlGroup> group = Optional.empty();
        StepEnd end = await(
                command,
                shell,
                group,
                new LivingShell.Moment(note.get().ticks(), Set.of()),
                command.options().timeout().minus(spent),
                cancellation);
        if (end instanceof StepEnd.Unknown) {
            shell.drain();
            discard(shell);
            return Optional.empty();
        }
        return Optional.of(result(started, ProcessEntry.since(note.get().ticks()), shell, end));
    }

    /** Its start was recorded, and it was not given to the shell, which can tell. */
    private Optional<CommandResult> notBegun(Command command, boolean given, Instant started, Cancellation cancellation)
            throws IOException {
        if (given) {
            living.ifPresent(LivingShell::close);
            number--;
            living = attach();
        }
        LOG.info("Command {} of job {} had not begun", command.task() + 1, id());
        return living.isEmpty() ? Optional.empty() : Optional.of(run(command, started, cancellation));
    }

    private Capture refilled(Command command, OutputStreamName stream) {
        Optional<Bytes> kept = host.spool().read(command.job(), command.task(), command.attempt(), stream, 0, (int)
                host.limits().kept());
        Capture capture = host.capture(command, stream);
        kept.map(Bytes::toArray).ifPresent(bytes -> capture.write(bytes, bytes.length));
        return capture;
    }

    private void begin(Capture toOut, Capture toErr, LivingShell shell) {
        closeCaptures();
        out = toOut;
        err = toErr;
        shell.giveOutputTo(toOut, toErr);
    }

    private void closeCaptures() {
        if (out != null) {
            out.close();
        }
        if (err != null) {
            err.close();
        }
    }

    private CommandResult result(Instant started, Duration took, LivingShell shell, StepEnd end) {
        shell.drain();
        JobShells.Outputs outputs = outputs();
        if (end instanceof StepEnd.Done done) {
            save(shell, done.end());
            return new CommandResult(
                    started, took, ExitStatus.ending(done.end().status()), outputs.out(), outputs.err());
        }
        discard(shell);
        latest = before;
        saveLatest();
        ended = end instanceof StepEnd.ShellEnded;
        Ending ending = end instanceof StepEnd.ShellEnded exit
                ? ExitStatus.ending(exit.status())
                : end instanceof StepEnd.Forced forced ? forced.ending() : new Ending.Interrupted();
        return new CommandResult(started, took, ending, outputs.out(), outputs.err());
    }

    private JobShells.Outputs outputs() {
        if (out == null || err == null) {
            throw new IllegalStateException("a command has run");
        }
        return new JobShells.Outputs(out.output(), err.output());
    }

    /** What the command changed is on disk before its end is in the ledger; where it changed nothing, what is there will do. */
    private void save(LivingShell shell, CommandEnd end) {
        Optional<Snapshot> after = Optional.empty();
        try {
            after = shell.snapshot(end);
        } catch (IOException e) {
            LOG.warn("The state of the shell of job {} cannot be read: {}", id(), e.getMessage());
        }
        boolean kept = after.isPresent()
                && latest.isPresent()
                && end.equals(latest.get().end())
                && after.get().sameAs(latest.get());
        latest = after;
        if (!kept) {
            saveLatest();
        }
    }

    private void saveLatest() {
        try {
            if (latest.isPresent()) {
                files.write(files.latest(), latest.get());
            } else {
                LOG.warn("The state of the shell of job {} is too large to be saved", id());
                files.write(files.latest(), Snapshot.LOST);
            }
        } catch (IOException e) {
            LOG.warn("The state of the shell of job {} cannot be saved: {}", id(), e.getMessage());
        }
    }

    private void note(StepNote note) throws IOException {
        files.write(note);
    }

    private void discard(LivingShell shell) {
        living = Optional.empty();
        shell.close();
        try {
            shell.remove();
        } catch (IOException e) {
            LOG.warn("What a shell of job {} left cannot be removed: {}", id(), e.getMessage());
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Folder and search path as the last command found them. */
    Surroundings surroundings(Surroundings usual, TaskOptions options) {
        Optional<Snapshot> found = before.filter(state -> !state.equals(Snapshot.FRESH));
        Path folder = options.cwd().isEmpty()
                ? found.flatMap(Snapshot::folder).map(Path::of).orElse(sessionFolder(usual))
                : usual.folder();
        return new Surroundings(
                folder,
                usual.user(),
                found.flatMap(state -> state.variable("PATH")).orElse(usual.searchPath()));
    }

    private Path sessionFolder(Surroundings usual) {
        return session.folder().isEmpty() ? usual.folder() : Path.of(session.folder());
    }

    /** Ends the shell as the end of its file would; see {@link JobShells#finish}. */
    Optional<JobShells.Outputs> finish(Duration atMost) {
        if (living.isEmpty() || out == null || err == null) {
            kill();
            return Optional.empty();
        }
        LivingShell shell = living.get();
        CommandEnd last = latest.map(Snapshot::end).orElse(CommandEnd.NONE);
        boolean speaks = latest.map(Snapshot::hasExitTrap).orElse(true);
        try {
            shell.giveOutputTo(out, err);
            Step exit = Step.own(shell.dialect().builtin("exit"));
            note(new StepNote(shell.number() + 1, -1, 0, ProcessEntry.now()));
            if (shell.give(exit, last)) {
                shell.await(atMost, new Cancellation(), List.of());
            }
            shell.drain();
            return speaks ? Optional.of(outputs()) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("A shell of job {} did not end in good order: {}", id(), e.getMessage());
            return Optional.empty();
        } finally {
            kill();
            closeCaptures();
        }
    }

    void kill() {
        living.ifPresent(shell -> {
            shell.kill();
            discard(shell);
        });
    }

    void leave() {
        living.ifPresent(LivingShell::close);
        living = Optional.empty();
        closeCaptures();
    }
}
