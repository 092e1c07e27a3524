package org.labcast.publisher.dispatch;

import org.labcast.model.LabcastException;

/** No known host is meant by the target. */
public final class NoHostException extends LabcastException {
    NoHostException(String message) {
        super(message);
    }
}
