package org.labcast.broker;

import org.labcast.model.LabcastException;

/** The embedded broker cannot run as asked; the message is one sentence for the person who reads it. */
public final class BrokerException extends LabcastException {
    public BrokerException(String message) {
        super(message);
    }

    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
