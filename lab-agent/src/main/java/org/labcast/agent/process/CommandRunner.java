package org.labcast.agent.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labcast.agent.core.RunnerLimits;
import org.labcast.agent.output.Capture;
import org.labcast.agent.output.Spool;
import org.labcast.model.HostName;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Output;
import org.labcast.model.result.OutputStreamName;

/**
 * Runs a command's shell text on this host.
 *
 * <p>The command has a session of its own, no terminal, an empty standard input, and of the agent's environment nothing.
 * When its time is up or its job is cancelled, it is ended with all it started; when it ends by itself, what it left in
 * the background runs on, but a short time later can no longer write to the command's output.
 *
 * <p>What can outlive its timeout: with a control group, only what root itself moves out of it or has another service
 * start; without one, also a process that has left its session, its parent and its environment all three.
 */
public final class CommandRunner implements CommandStarter {
    private final HostName host;
    private final Spool spool;
    private final RunnerLimits limits;
    private final Clock clock;
    private final Launcher launcher;
    private final Execution execution;
    private final Optional<Path> controlGroups;

    public CommandRunner(HostName host, Spool spool, RunnerLimits limits, Clock clock) {
        this(host, spool, limits, clock, ControlGroup.own());
    }

    /** @param controlGroups where control groups can be made, if anywhere */
    CommandRunner(HostName host, Spool spool, RunnerLimits limits, Clock clock, Optional<Path> controlGroups) {
        this.host = host;
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
        this.launcher = new Launcher(host);
        this.execution = new Execution(spool.root(), limits.killGrace(), limits.pipeGrace());
        this.controlGroups = controlGroups;
    }

    /**
     * Returns when the command has ended, or was ended because of its timeout or the cancellation, or because this
     * thread was interrupted: {@link Ending.Interrupted}, and the thread stays so.
     */
    @Override
    public CommandResult run(Command command, Cancellation cancellation) {
        Instant started = clock.instant();
        if (cancellation.isCancelled()) {
            return withoutOutput(started, new Ending.Cancelled());
        }
        Optional<ControlGroup> controlGroup = ControlGroup.create(controlGroups, host, command);
        try {
            if (ScriptFile.isNeeded(command)) {
                return runFile(command, controlGroup, started, cancellation);
            }
            return run(command, launcher.prepare(command, controlGroup), started, cancellation);
        } catch (CannotStartException e) {
            return withoutOutput(started, new Ending.NotStarted(e.reason()));
        } catch (IOException e) {
            return withoutOutput(started, new Ending.NotStarted("It could not be started: " + e.getMessage()));
        } finally {
            controlGroup.ifPresent(ControlGroup::remove);
        }
    }

    private CommandResult runFile(
            Command command, Optional<ControlGroup> controlGroup, Instant started, Cancellation cancellation)
            throws IOException, CannotStartException {
        Account account = launcher.account(command.options().user());
        try (ScriptFile file = ScriptFile.create(spool.root(), command, account, launcher.account(""))) {
            return run(command, launcher.prepare(command, file, controlGroup), started, cancellation);
        }
    }

    /** @throws IOException before the command has started, never after */
    private CommandResult run(Command command, Launch launch, Instant started, Cancellation cancellation)
            throws IOException {
        Capture out = capture(command, OutputStreamName.OUT);
        Capture err = capture(command, OutputStreamName.ERR);
        Duration timeout = command.options().timeout();
        Execution.Result result = execution.run(launch, out, err, timeout, cancellation);
        return new CommandResult(started, result.took(), result.ending(), out.output(), err.output());
    }

    private Capture capture(Command command, OutputStreamName stream) {
        return new Capture(limits.head(), limits.tail(), spool.file(command, stream, limits));
    }

    private static CommandResult withoutOutput(Instant started, Ending ending) {
        return new CommandResult(started, Duration.ZERO, ending, Output.NONE, Output.NONE);
    }
}
