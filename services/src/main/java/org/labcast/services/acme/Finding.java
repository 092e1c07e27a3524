package org.labcast.services.acme;

import java.util.Locale;

/** Something to say about a place in a file; prints as {@code file:line:column: error: sentence}. */
public record Finding(Position at, Severity severity, String message) {
    /** How bad it is: with an error, the file is not used. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    public static Finding error(Position at, String message) {
        return new Finding(at, Severity.ERROR, message);
    }

    public static Finding warning(Position at, String message) {
        return new Finding(at, Severity.WARNING, message);
    }

    public static Finding note(Position at, String message) {
        return new Finding(at, Severity.NOTE, message);
    }

    @Override
    public String toString() {
        return at + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + message;
    }
}
