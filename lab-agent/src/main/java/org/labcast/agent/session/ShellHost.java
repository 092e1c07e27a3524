package org.labcast.agent.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Capture;
import org.labcast.agent.output.Spool;
import org.labcast.agent.process.Account;
import org.labcast.agent.process.CannotStartException;
import org.labcast.agent.process.Command;
import org.labcast.agent.process.ControlGroup;
import org.labcast.agent.process.Launch;
import org.labcast.agent.process.Launcher;
import org.labcast.agent.process.ProcessTag;
import org.labcast.agent.process.SearchPath;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.order.ShellSession;
import org.labcast.model.result.OutputStreamName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this host gives to the shells of jobs. */
final class ShellHost {
    private static final Logger LOG = LoggerFactory.getLogger(ShellHost.class);

    /**
     * Becomes the shell $2 that reads the file $3 of the folder $1, by that name alone, with the folder that it is to go to as argument. A
     * shell that reads a file has what one that is given a text lacks: {@code $0} is {@code BASH_SOURCE}, functions are called by main.
     */
    private static final String ENTER = """
            labcast_from=$PWD
            cd -- "$1" && shift && unset PWD OLDPWD SHLVL && exec "$@" "$labcast_from\"""";

    private final HostName name;
    private final Path root;
    private final Spool spool;
    private final RunnerLimits limits;
    private final Supplier<String> boot;
    private final Launcher launcher;

    /**
     * @param root folder for what is kept of shells
     * @param boot id of the boot
     */
    ShellHost(HostName name, Path root, Spool spool, RunnerLimits limits, Supplier<String> boot) {
        this.name = name;
        this.root = root;
        this.spool = spool;
        this.limits = limits;
        this.boot = boot;
        this.launcher = new Launcher(name);
    }

    RunnerLimits limits() {
        return limits;
    }

    Path root() {
        return root;
    }

    boolean becomes(String user) {
        return launcher.becomes(user);
    }

    Account account(String user) throws CannotStartException {
        return launcher.account(user);
    }

    void requireFolder(String folder, String user) throws CannotStartException {
        launcher.requireFolder(folder, user);
    }

    ProcessTag tag(Command command) {
        return ProcessTag.of(name, command);
    }

    String boot() {
        return boot.get();
    }

    /** @throws CannotStartException when this host has no such shell */
    static String program(String shell) throws CannotStartException {
        return SearchPath.find(shell)
                .map(Path::toString)
                .orElseThrow(() -> new CannotStartException(
                        "This host has no " + shell + ", which the task file asks for in its first line."));
    }

    LivingShell start(OrderId job, ShellSession session, String user, long first)
            throws IOException, CannotStartException {
        List<String> scope = SystemdScope.arguments(job, user, launcher.account(""), first);
        try {
            return start(job, session, user, first, scope);
        } catch (IOException e) {
            if (scope.isEmpty()) {
                throw e;
            }
            LOG.warn("systemd gives the shell of job {} no scope of its own: {}", job, e.getMessage());
            return start(job, session, user, first, List.of());
        }
    }

    private LivingShell start(OrderId job, ShellSession session, String user, long first, List<String> around)
            throws IOException, CannotStartException {
        String program = program(session.shell());
        Account account = launcher.account(user);
        Account own = launcher.account("");
        RunFolder run = RunFolder.create(root, account, account.uid() == own.uid());
        try {
            String called = Path.of(session.shell()).getFileName().toString();
            String heading = LivingShell.heading();
            String driver = ShellDialect.of(program).driver(run, first, heading);
            run.give(run.path().relativize(run.programs().resolve(called)).toString(), Step.bytes(driver), account);
            List<String> shell =
                    List.of("/bin/sh", "-c", ENTER, "labcast", run.programs().toString(), program, called);
            Launch launch = launcher.prepareShell(
                    ShellDialect.keeper(), run.path(), shell, user, session.folder(), ProcessTag.of(name, job), around);
            return LivingShell.start(
                    launch, new LivingShell.Beginning(run, boot.get(), session.shell(), account, heading, first));
        } catch (IOException | CannotStartException e) {
            run.remove();
            throw e;
        }
    }

    /** Ends the shells of a job that an earlier life of the agent has left. */
    void endShells(Path jobFolder) {
        try (Stream<Path> users = Files.list(jobFolder)) {
            for (Path user : users.toList()) {
                endShell(new SessionFiles(user));
            }
        } catch (IOException e) {
            LOG.warn("A shell may be left of the job of {}: {}", jobFolder, e.getMessage());
        }
    }

    private void endShell(SessionFiles files) throws IOException {
        Optional<ShellAddress> address = files.address();
        Optional<LivingShell> left =
                address.isEmpty() ? Optional.empty() : LivingShell.attach(address.get(), boot.get());
        if (left.isPresent()) {
            try (LivingShell shell = left.get()) {
                shell.kill();
            }
            left.get().remove();
        }
    }

    /** The control group of one command, which its shell is moved into; none where there are none. */
    Optional<ControlGroup> controlGroup(LivingShell shell, Command command) {
        Optional<ControlGroup> group =
                ControlGroup.create(ControlGroup.of(shell.address().keeper()), name, command);
        shell.process().ifPresent(process -> group.ifPresent(made -> made.take(process.pid())));
        return group;
    }

    /** Takes the output of one command, and what is kept of it from before this agent's start. */
    Capture capture(Command command, OutputStreamName stream) {
        return new Capture(limits.head(), limits.tail(), spool.file(command, stream, limits));
    }

    Spool spool() {
        return spool;
    }

    /** Whether both names stand for the same program here. */
    static boolean sameProgram(String one, String other) {
        return one.equals(other)
                || Set.of(SearchPath.find(one), SearchPath.find(other)).size() == 1;
    }
}
