package org.labcast.correction;

import org.labcast.model.order.SudoPolicy;

/**
 * A command that ended badly.
 *
 * @param command as it was given to the shell
 * @param out what it printed on standard output, perhaps only the start and the end of it
 * @param err what it printed on standard error; when the two were not kept apart, one of them holds both
 * @param sudo whether a correction may give it more power
 */
public record FailedCommand(String command, int exitCode, String out, String err, SudoPolicy sudo) {
    /** Where nothing is said about sudo. */
    public FailedCommand(String command, int exitCode, String out, String err) {
        this(command, exitCode, out, err, SudoPolicy.AUTO);
    }
}
