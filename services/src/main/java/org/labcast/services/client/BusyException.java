package org.labcast.services.client;

/** Whoever offers it had no slot free, for as long as the caller would wait. */
public final class BusyException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
