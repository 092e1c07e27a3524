package org.labcast.services.client;

/** The tool ran longer than it may, and was ended. */
public final class CallTimedOutException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public CallTimedOutException(String message) {
        super(message);
    }
}
