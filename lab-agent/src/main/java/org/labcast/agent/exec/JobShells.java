package org.labcast.agent.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labcast.model.Ending;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.Output;
import org.labcast.model.OutputStreamName;
import org.labcast.model.ShellSession;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Types the commands of the job that runs into its shells: one for each user, since what one user's shell says of its state must
 * never become another's code. For one thread.
 *
 * <p>Each command's state is saved when it has ended. A shell that is lost (it was killed with its command, or with the agent) is
 * replaced by a new one in the state before. A second attempt begins with the state of the first.
 */
public final class JobShells {
    private static final Logger LOG = LoggerFactory.getLogger(JobShells.class);
    private static final Duration START = Duration.ofSeconds(30);
    private static final OutputSink NOWHERE = (bytes, count) -> {};

    private final HostName host;
    private final Spool spool;
    private final RunnerLimits limits;
    private final Clock clock;
    private final Launcher launcher;
    private final StateStore store;
    private final Accounts accounts = new Accounts();
    private final Optional<Path> controlGroups = ControlGroup.own();
    private final Map<String, Typing> users = new HashMap<>();
    private @Nullable OrderId current;

    /** What is known of one user's shell. */
    private static final class Typing {
        private @Nullable JobShell shell;
        private SavedState before = SavedState.FRESH;
        private SavedState now = SavedState.FRESH;
        private final List<String> functions = new ArrayList<>();
    }

    /** @param states where states are kept while a job runs */
    public JobShells(HostName host, Spool spool, Path states, RunnerLimits limits, Clock clock) {
        this.host = host;
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
        this.launcher = new Launcher(host);
        this.store = new StateStore(states);
    }

    /**
     * Types a command and returns when it has ended, or was ended because of its timeout or the cancellation.
     *
     * @param session the job's
     */
    CommandResult run(Command command, ShellSession session, Cancellation cancellation) {
        Instant started = clock.instant();
        if (cancellation.isCancelled()) {
            return withoutOutput(started, new Ending.Cancelled());
        }
        try {
            Typing typing = typing(command);
            rewind(command, typing);
            JobShell shell = living(command, session, typing);
            return type(command, session, typing, shell, started, cancellation);
        } catch (CannotStartException e) {
            return withoutOutput(started, new Ending.NotStarted(e.reason()));
        } catch (IOException e) {
            return withoutOutput(started, new Ending.NotStarted("It could not be started: " + e.getMessage()));
        }
    }

    private Typing typing(Command command) throws CannotStartException, IOException {
        if (!command.job().equals(current)) {
            current = command.job();
            users.clear();
            Leftovers leftovers = new Leftovers(host, limits.killGrace());
            leftovers.endShells(command.job());
        }
        Typing known = users.get(command.options().user());
        if (known != null) {
            return known;
        }
        Typing typing = new Typing();
        if (command.place().first()) {
            // Should the agent be killed with the first command, the next ones begin where it began.
            store.save(command.job(), command.options().user(), SavedState.FRESH);
        } else {
            typing.now = store.load(command.job(), command.options().user())
                    .orElseThrow(() -> new CannotStartException(
                            "The state of the job's shell was lost with the agent; push the rest of the file again."));
            typing.functions.addAll(functions(command.place().earlier()));
        }
        users.put(command.options().user(), typing);
        return typing;
    }

    /** Another attempt at a task begins where the first began. */
    private void rewind(Command command, Typing typing) throws IOException {
        if (command.attempt() == 0) {
            typing.before = typing.now;
            return;
        }
        JobShell shell = typing.shell;
        boolean usable = shell != null && shell.isAlive() && typing.now.isSame(typing.before);
        typing.now = typing.before;
        if (!usable) {
            drop(typing);
        }
        store.unmarkEnded(command.job());
    }

    private static void drop(Typing typing) {
        if (typing.shell != null) {
            typing.shell.drop();
        }
        typing.shell = null;
    }

    private JobShell living(Command command, ShellSession session, Typing typing)
            throws CannotStartException, IOException {
        JobShell shell = typing.shell;
        if (shell != null && shell.isAlive()) {
            return shell;
        }
        drop(typing);
        if (typing.now.text().equals(JobShell.LOST)) {
            throw new CannotStartException("The job's shell was lost, and its variables took more than "
                    + (SessionFolder.LARGEST_STATE >> 20) + " MiB, which is more than what is kept of them.");
        }
        String user = command.options().user();
        Account account = user.isEmpty()
                ? accounts.own()
                : accounts.named(user)
                        .orElseThrow(() -> new CannotStartException("There is no user '" + user + "' on this host."));
        boolean own = account.uid() == accounts.own().uid();
        if (!own && accounts.own().uid() != 0) {
            throw new CannotStartException(
                    "Only an agent that is root types commands into a shell of another user; with #@ state=off"
                            + " at the top of the file, each command has a shell of its own, by sudo.");
        }
        boolean bash = isBash(session);
        SessionFolder folder = SessionFolder.create(spool.root(), account, own);
        Optional<ControlGroup> group = ControlGroup.make(
                controlGroups, "labcast-" + host + "-" + command.job() + "-shell-" + (user.isEmpty() ? "-" : user));
        Launch launch;
        try {
            launch = launcher.prepareShell(
                    session, JobShell.driver(folder, bash), user, Mark.ofShell(host, command.job()), group);
        } catch (CannotStartException e) {
            folder.close();
            throw e;
        }
        JobShell started = JobShell.start(folder, account, own, launch, limits);
        typing.shell = started;
        if (!started.awaitReady(START)) {
            drop(typing);
            throw new CannotStartException("The shell '" + session.shell() + "' did not start.");
        }
        if (!typing.now.equals(SavedState.FRESH)) {
            restore(typing, started, bash);
        }
        return started;
    }

    private void restore(Typing typing, JobShell shell, boolean bash) throws CannotStartException, IOException {
        List<String> functions = bash
                ? List.of()
                : typing.functions.stream().map(JobShell::carried).toList();
        String script = typing.now.restoring(functions, Launcher.variables());
        JobShell.Typed restored =
                shell.type(script, Map.of(), SavedState.FRESH, NOWHERE, NOWHERE, START, new Cancellation());
        if (restored.state().isEmpty()) {
            drop(typing);
            String folder =
                    new String(typing.now.folder().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            throw new CannotStartException("The job's shell cannot go on in the directory '" + folder + "'.");
        }
    }

    private CommandResult type(
            Command command,
            ShellSession session,
            Typing typing,
            JobShell shell,
            Instant started,
            Cancellation cancellation)
            throws IOException, CannotStartException {
        Capture out = capture(command, OutputStreamName.OUT);
        Capture err = capture(command, OutputStreamName.ERR);
        long from = System.nanoTime();
        String home = typing.now.folder();
        String text = text(command, session, shell);
        String cwd = command.options().cwd();
        if (!cwd.isEmpty() && !enter(shell, typing.now, JobShell.carried(cwd))) {
            return withoutOutput(
                    started, new Ending.NotStarted("There is no directory '" + cwd + "' that it may enter."));
        }
        JobShell.Typed typed = shell.type(
                text,
                Map.of(
                        "LABCAST_TASK", Integer.toString(command.task() + 1),
                        "LABCAST_ATTEMPT", Integer.toString(command.attempt() + 1)),
                typing.now,
                out,
                err,
                command.options().timeout(),
                cancellation);
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        if (typed.state().isPresent()) {
            typing.now = typed.state().get();
            if (!cwd.isEmpty()) {
                goBack(shell, typing, home);
            }
            noteFunctions(command, typing);
        } else {
            drop(typing);
            if (typed.ending() instanceof Ending.Exited || typed.ending() instanceof Ending.Signalled) {
                store.markEnded(command.job());
            }
        }
        store.save(command.job(), command.options().user(), typing.now);
        return new CommandResult(started, took, typed.ending(), out.output(), err.output());
    }

    /** Of a command with a folder of its own the shell is where it was afterwards. */
    private void goBack(JobShell shell, Typing typing, String home) throws IOException {
        String back = home.isEmpty() ? "cd" : "cd -- " + JobShell.quoted(home);
        SavedState after = typing.now;
        shell.type(back, Map.of(), after, NOWHERE, NOWHERE, START, new Cancellation())
                .state()
                .ifPresent(state -> typing.now = new SavedState(state.text(), after.status(), after.flags()));
    }

    private static boolean enter(JobShell shell, SavedState now, String folder) throws IOException {
        // A plain shell's options: set -e must not end it here.
        SavedState plain = new SavedState(now.text(), now.status(), "");
        JobShell.Typed entered = shell.type(
                "cd -- " + JobShell.quoted(folder), Map.of(), plain, NOWHERE, NOWHERE, START, new Cancellation());
        return entered.ending().success();
    }

    /** A script, or a command for another shell, runs as a child of the job's shell. */
    private String text(Command command, ShellSession session, JobShell shell)
            throws IOException, CannotStartException {
        Optional<List<String>> interpreter = command.interpreter()
                .or(() -> command.options().shell().equals(session.shell())
                        ? Optional.empty()
                        : Optional.of(List.of(command.options().shell())));
        if (interpreter.isEmpty()) {
            return JobShell.carried(command.text());
        }
        String name = interpreter.get().get(0);
        String program = name.startsWith("/") && Files.isExecutable(Path.of(name)) ? name : SearchPath.require(name);
        StringBuilder text = new StringBuilder(JobShell.quoted(program));
        interpreter.get().stream().skip(1).forEach(word -> text.append(' ').append(JobShell.quoted(word)));
        return JobShell.carried(text + " " + JobShell.quoted(shell.script(command.text())));
    }

    private static void noteFunctions(Command command, Typing typing) {
        if (command.interpreter().isEmpty()) {
            typing.functions.addAll(functions(List.of(command.text())));
        }
    }

    /** Those of the texts that do nothing but define functions. */
    private static List<String> functions(List<String> texts) {
        return texts.stream()
                .filter(text -> {
                    try {
                        List<CompleteCommand> commands = ShellText.commands(text, Dialect.SH);
                        return commands.size() == 1 && commands.get(0).onlyFunctions();
                    } catch (ShellSyntaxException e) {
                        return false;
                    }
                })
                .toList();
    }

    private static boolean isBash(ShellSession session) {
        return session.shell().replaceFirst(".*/", "").equals("bash");
    }

    private Capture capture(Command command, OutputStreamName stream) {
        return new Capture(limits.head(), limits.tail(), spool.file(command, stream, limits));
    }

    private static CommandResult withoutOutput(Instant started, Ending ending) {
        return new CommandResult(started, Duration.ZERO, ending, Output.NONE, Output.NONE);
    }

    /** Whether a shell of the job has ended by itself: {@code exit}, {@code exec}, or a failure under {@code set -e}. */
    public boolean hasEnded(OrderId job) {
        return store.hasEnded(job);
    }

    /** Lets the shells of a job end, so that they do what they were told to do at their end, and forgets their states. */
    public void finish(OrderId job) {
        if (job.equals(current)) {
            users.values().forEach(this::finish);
            users.clear();
            current = null;
        }
        store.remove(job);
    }

    private void finish(Typing typing) {
        if (typing.shell != null) {
            try {
                typing.shell.finish(typing.now, NOWHERE, NOWHERE, START, new Cancellation());
            } catch (IOException e) {
                LOG.warn("A job's shell did not end as it should: {}", e.getMessage());
            }
        }
        typing.shell = null;
    }

    /** The folder that the job's shell of a user is in, when one was started and said it. */
    public Optional<String> folder(String user) {
        Typing typing = users.get(user);
        String folder = typing == null ? "" : typing.before.folder();
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(folder.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** Ends the shells without a word, as when the agent stops; the job goes on in new ones. */
    public void dropAll() {
        users.values().forEach(JobShells::drop);
        users.clear();
        current = null;
    }
}
