package org.labcast.agent.worker;

import org.labcast.correction.FailedCommand;
import org.labcast.model.Output;
import org.labcast.model.SudoPolicy;
import org.labcast.model.TaskOptions;

/** Failures as the correction rules see them. */
public final class Failures {
    private Failures() {}

    /** With the beginning and the end of what the command wrote. */
    public static FailedCommand of(String command, int exitCode, Output out, Output err) {
        return new FailedCommand(command, exitCode, text(out), text(err));
    }

    /** The same of a task: who it runs as was chosen, so that more power than that user's is not added. */
    public static FailedCommand of(TaskOptions options, String command, int exitCode, Output out, Output err) {
        SudoPolicy sudo = options.user().isEmpty() ? options.sudo() : SudoPolicy.NO;
        return new FailedCommand(command, exitCode, text(out), text(err), sudo);
    }

    private static String text(Output output) {
        return output.head().text()
                + (output.isComplete()
                        ? output.tail().text()
                        : "\n" + output.tail().text());
    }
}
