package org.labcast.transport.json;

import org.labcast.model.LabcastException;

/** Bytes that are not the message they should be; the message says where and why. */
public final class MalformedMessageException extends LabcastException {
    MalformedMessageException(String message) {
        super(message);
    }

    MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
