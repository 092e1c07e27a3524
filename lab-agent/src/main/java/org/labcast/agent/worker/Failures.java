package org.labcast.agent.worker;

import org.labcast.correction.FailedCommand;
import org.labcast.model.Output;

/** Failures as the correction rules see them. */
public final class Failures {
    private Failures() {}

    /** With the beginning and the end of what the command wrote. */
    public static FailedCommand of(String command, int exitCode, Output out, Output err) {
        return new FailedCommand(command, exitCode, text(out), text(err));
    }

    private static String text(Output output) {
        return output.head().text()
                + (output.isComplete()
                        ? output.tail().text()
                        : "\n" + output.tail().text());
    }
}
