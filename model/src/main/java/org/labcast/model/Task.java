package org.labcast.model;

/**
 * One command.
 *
 * @param command the shell text as written, one logical line, at most {@value #LONGEST} characters
 * @param line where it stands in the task file, from 1
 */
public record Task(String command, int line, TaskOptions options) {
    public static final int LONGEST = 16_384;

    public Task {
        if (command.isBlank() || command.length() > LONGEST || command.indexOf('\0') >= 0) {
            throw new InvalidValueException("a command has 1 to " + LONGEST + " characters and no NUL");
        }
    }
}
