package org.labcast.agent.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.Command;
import org.labcast.agent.process.CommandResult;
import org.labcast.agent.process.CommandStarter;
import org.labcast.agent.process.Surroundings;
import org.labcast.model.order.Job;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;

/** The living shells of one job, one for each user that its commands run as. For one thread. */
public final class JobShells implements CommandStarter {
    private static final String NOT_ROOT =
            "Only an agent that is root types commands into a shell of another user; with #@ state=off at the top of the file,"
                    + " each command has a shell of its own, by sudo.";

    private final Job job;
    private final ShellSession session;
    private final ShellHost host;
    private final Clock clock;
    private final Map<String, UserShell> shells = new HashMap<>();
    private Optional<UserShell> last = Optional.empty();

    JobShells(Job job, ShellSession session, ShellHost host, Clock clock) {
        this.job = job;
        this.session = session;
        this.host = host;
        this.clock = clock;
    }

    /** Why none of the commands is to run; empty when the agent becomes each user that the job names. */
    public Optional<String> obstacle() {
        List<String> users =
                job.tasks().stream().map(task -> task.options().user()).toList();
        return users.stream()
                .distinct()
                .filter(user -> !host.becomes(user))
                .findFirst()
                .map(user -> "Nothing of this file has run: command " + (users.indexOf(user) + 1) + " is to run as "
                        + user + ". " + NOT_ROOT);
    }

    @Override
    public CommandResult run(Command command, Cancellation cancellation) {
        Instant started = clock.instant();
        if (cancellation.isCancelled()) {
            return none(started, new Ending.Cancelled());
        } else if (!host.becomes(command.options().user())) {
            return none(started, new Ending.NotStarted(NOT_ROOT));
        }
        try {
            return remembered(shellOf(command)).run(command, started, cancellation);
        } catch (IOException e) {
            return none(started, new Ending.NotStarted("The job's shell cannot be used: " + e.getMessage()));
        }
    }

    @Override
    public Optional<CommandResult> resume(Command command, Instant started, Cancellation cancellation) {
        if (!host.becomes(command.options().user())) {
            return Optional.empty();
        }
        try {
            return remembered(shellOf(command)).resume(command, started, cancellation);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private UserShell remembered(UserShell shell) {
        last = Optional.of(shell);
        return shell;
    }

    private UserShell shellOf(Command command) throws IOException {
        String user = command.options().user();
        UserShell known = shells.get(user);
        if (known == null) {
            known = UserShell.open(job, session, command, host);
            shells.put(user, known);
        }
        return known;
    }

    /** Whether the last command has ended its shell, and with it the file. */
    public boolean hasEnded() {
        return last.map(UserShell::hasEnded).orElse(false);
    }

    /** Where the commands of these options run now. */
    public Surroundings surroundings(TaskOptions options) {
        Surroundings usual = Surroundings.of(options);
        return Optional.ofNullable(shells.get(options.user()))
                .map(shell -> shell.surroundings(usual, options))
                .orElse(usual);
    }

    /**
     * Ends the shells as the end of their file does. What they still say, from a trap, belongs to the last command.
     *
     * @return the outcome with that
     */
    public Outcome finish(Outcome outcome, Duration atMost) {
        Optional<Outputs> outputs = Optional.empty();
        for (UserShell shell : shells.values()) {
            Optional<Outputs> said = shell.finish(atMost);
            if (last.filter(shell::equals).isPresent()) {
                outputs = said;
            }
        }
        return outputs.filter(said -> !outcome.attempts().isEmpty())
                .map(said -> with(outcome, said))
                .orElse(outcome);
    }

    private static Outcome with(Outcome outcome, Outputs said) {
        List<Attempt> attempts = new java.util.ArrayList<>(outcome.attempts());
        Attempt of = attempts.remove(attempts.size() - 1);
        attempts.add(new Attempt(
                of.command(), of.correction(), of.started(), of.took(), of.ending(), said.out(), said.err()));
        return new Outcome(outcome.task(), outcome.state(), attempts, outcome.suggestions(), outcome.advice());
    }

    /** What the last command and what came after it wrote. */
    record Outputs(Output out, Output err) {}

    /** Ends the shells at once. */
    public void kill() {
        shells.values().forEach(UserShell::kill);
    }

    /** The agent turns away from them; they live on. */
    public void leave() {
        shells.values().forEach(UserShell::leave);
    }

    static CommandResult none(Instant started, Ending ending) {
        return new CommandResult(started, Duration.ZERO, ending, Output.NONE, Output.NONE);
    }

    /** Folder of the job's shells on disk. */
    static Path folder(Path root, Job job) {
        return root.resolve(job.header().id().value());
    }
}
