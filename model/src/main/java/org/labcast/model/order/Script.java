package org.labcast.model.order;

import java.util.List;
import org.labcast.model.InvalidValueException;

/**
 * How a task's text is run that is no command of the job's shell: handed as a file to an interpreter.
 *
 * @param interpreter its name or absolute path and at most one argument, as in a {@code #!} line
 */
public record Script(List<String> interpreter) {
    public Script {
        interpreter = List.copyOf(interpreter);
        if (interpreter.isEmpty() || interpreter.size() > 2) {
            throw new InvalidValueException("an interpreter is a program and at most one argument");
        }
        TaskOptions.requireShell(interpreter.get(0));
        if (interpreter.stream().anyMatch(word -> word.isBlank() || word.indexOf('\0') >= 0 || word.length() > 255)) {
            throw new InvalidValueException("an interpreter's argument has 1 to 255 characters and no NUL");
        }
    }
}
