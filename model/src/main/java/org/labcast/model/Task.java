package org.labcast.model;

import java.util.Optional;

/**
 * One command, or one change of the services that a host offers.
 *
 * @param command the shell text as written, one logical line, at most {@value #LONGEST} characters; of a change, what
 *     reports call it
 * @param line where it stands in the task file, from 1
 * @param change what is done in place of running the command; most often nothing
 */
public record Task(String command, int line, TaskOptions options, Optional<ServiceChange> change) {
    public static final int LONGEST = 16_384;

    public Task {
        if (command.isBlank() || command.length() > LONGEST || command.indexOf('\0') >= 0) {
            throw new InvalidValueException("a command has 1 to " + LONGEST + " characters and no NUL");
        }
    }

    /** A command. */
    public Task(String command, int line, TaskOptions options) {
        this(command, line, options, Optional.empty());
    }
}
