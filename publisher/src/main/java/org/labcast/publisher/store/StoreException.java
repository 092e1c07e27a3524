package org.labcast.publisher.store;

import org.labcast.model.LabcastException;

/** The publisher's store cannot do its work, or what was asked of it is not in it. */
public final class StoreException extends LabcastException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
