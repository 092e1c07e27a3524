package org.labcast.agent.core;

import org.labcast.model.LabcastException;

/** The host itself is broken: no spool folder can be made, {@code /proc} is not there. */
public final class ExecutionException extends LabcastException {
    public ExecutionException(String message) {
        super(message);
    }

    public ExecutionException(String message, Throwable cause) {
        super(message, cause);
    }
}
