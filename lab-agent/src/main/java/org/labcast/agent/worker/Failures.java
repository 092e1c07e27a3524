package org.labcast.agent.worker;

import org.labcast.correction.FailedCommand;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Output;

/** Failures as the correction rules see them. */
public final class Failures {
    private Failures() {}

    /** With the beginning and the end of what the command wrote. */
    public static FailedCommand of(String command, int exitCode, Output out, Output err) {
        return new FailedCommand(command, exitCode, text(out), text(err));
    }

    /**
     * Whether a correction may add sudo: where the task names its user, more power than that user's is never added; else the host may
     * forbid what the job allows, and never the other way round.
     *
     * @param host of the host's configuration
     */
    static SudoPolicy sudo(TaskOptions options, SudoPolicy host) {
        return !options.user().isEmpty() || host == SudoPolicy.NO ? SudoPolicy.NO : options.sudo();
    }

    /** The same of a task. */
    static FailedCommand of(String command, int exitCode, Output out, Output err, SudoPolicy sudo) {
        return new FailedCommand(command, exitCode, text(out), text(err), sudo);
    }

    private static String text(Output output) {
        return output.head().text()
                + (output.isComplete()
                        ? output.tail().text()
                        : "\n" + output.tail().text());
    }
}
