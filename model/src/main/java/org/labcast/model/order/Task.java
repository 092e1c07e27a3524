package org.labcast.model.order;

import java.util.Optional;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

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

    /** The command in one line: its first, and how many follow. */
    public String headline() {
        return headline(command);
    }

    /** A command's text in one line: its first, and how many follow. */
    public static String headline(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return Printable.of(text);
        }
        long more = text.strip().lines().count() - 1;
        String first = Printable.of(text.substring(0, end).stripTrailing());
        return more == 0 ? first : first + " (+ " + more + (more == 1 ? " line)" : " lines)");
    }
}
