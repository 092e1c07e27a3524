package org.labcast.agent.exec;

import java.time.Clock;
import java.time.Duration;
import org.labcast.model.Ending;
import org.labcast.model.HostName;
import org.labcast.model.Output;

/** Runs a command's shell text on this host. */
public final class CommandRunner {
    private final Clock clock;

    public CommandRunner(HostName host, Spool spool, RunnerLimits limits, Clock clock) {
        this.clock = clock;
    }

    /** Returns when the command has ended, or was ended because of its timeout or the cancellation. */
    public CommandResult run(Command command, Cancellation cancellation) {
        return new CommandResult(
                clock.instant(), Duration.ZERO, new Ending.NotStarted("not built"), Output.NONE, Output.NONE);
    }
}
