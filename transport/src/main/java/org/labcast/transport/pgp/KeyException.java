package org.labcast.transport.pgp;

import org.labcast.model.LabcastException;

/** A key or certificate file that cannot be used; the message says which and what to do. */
public final class KeyException extends LabcastException {
    public KeyException(String message) {
        super(message);
    }

    public KeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
