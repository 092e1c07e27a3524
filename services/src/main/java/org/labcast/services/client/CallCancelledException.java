package org.labcast.services.client;

/** The caller called it off. */
public final class CallCancelledException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public CallCancelledException(String message) {
        super(message);
    }
}
