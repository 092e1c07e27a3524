package org.labcast.publisher.taskfile;

import org.labcast.text.Printable;

/**
 * Something to say about a place in a file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record TaskFileFinding(String file, int line, int column, Severity severity, String message) {
    /** Whether the file can still be used. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** {@code tasks.txt:3:9: error: unknown option 'timout'}, the form that editors know. */
    @Override
    public String toString() {
        return Printable.of(file) + ":" + line + ":" + column + ": "
                + (severity == Severity.ERROR ? "error" : "warning") + ": " + message;
    }
}
