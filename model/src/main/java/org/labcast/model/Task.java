package org.labcast.model;

import java.util.Optional;

/**
 * One command, or one change of the services that a host offers.
 *
 * @param command a whole command of a shell as written, of one line or more, or the text of a script; at most {@value #LONGEST}
 *     characters; of a change, what reports call it
 * @param line where it stands in the task file, from 1
 * @param change what is done in place of running the command; most often nothing
 * @param script how the command is run when it is no text for a shell; most often nothing
 */
public record Task(
        String command, int line, TaskOptions options, Optional<ServiceChange> change, Optional<Script> script) {
    public static final int LONGEST = 1 << 20;

    public Task {
        if (command.isBlank() || command.length() > LONGEST || command.indexOf('\0') >= 0) {
            throw new InvalidValueException("a command has 1 to " + LONGEST + " characters and no NUL");
        }
    }

    /** A command. */
    public Task(String command, int line, TaskOptions options) {
        this(command, line, options, Optional.empty(), Optional.empty());
    }

    /** A change of services. */
    public Task(String command, int line, TaskOptions options, Optional<ServiceChange> change) {
        this(command, line, options, change, Optional.empty());
    }

    /** A script. */
    public Task(String text, int line, TaskOptions options, Script script) {
        this(text, line, options, Optional.empty(), Optional.of(script));
    }
}
