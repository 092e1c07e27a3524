package org.labcast.model;

import java.util.Objects;

/** Root of everything that Labcast throws on purpose; the message is one sentence for the person who reads it. */
public class LabcastException extends RuntimeException {
    public LabcastException(String message) {
        super(message);
    }

    public LabcastException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
