package org.labcast.model;

/** A value that cannot be: a malformed name, an empty job, a negative time. */
public final class InvalidValueException extends LabcastException {
    public InvalidValueException(String message) {
        super(message);
    }
}
