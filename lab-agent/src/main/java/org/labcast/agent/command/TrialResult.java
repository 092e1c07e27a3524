package org.labcast.agent.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.labcast.agent.process.CommandResult;
import org.labcast.agent.process.Surroundings;
import org.labcast.agent.task.TrialRun;
import org.labcast.agent.worker.Failures;
import org.labcast.correction.FailedCommand;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Ending;

/** A command that was run once, to be looked at. */
record TrialResult(String command, CommandResult result, String searchPath) {
    /** Here, as the calling user, and otherwise as a task without options. */
    static TrialResult once(String command) {
        String here = Path.of("").toAbsolutePath().toString();
        TaskOptions options = TaskOptions.DEFAULT.toBuilder().cwd(here).build();
        CommandResult result = TrialRun.of(command, options, Clock.systemUTC());
        return new TrialResult(command, result, Surroundings.of(options).searchPath());
    }

    /** Empty when it succeeded, or did not end by itself: the agent corrects neither. */
    Optional<FailedCommand> failed() {
        return result.ending() instanceof Ending.Exited exited && exited.code() != 0
                ? Optional.of(Failures.of(command, exited.code(), result.out(), result.err()))
                : Optional.empty();
    }
}
