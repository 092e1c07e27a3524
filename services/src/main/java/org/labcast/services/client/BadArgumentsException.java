package org.labcast.services.client;

/** The provider refuses the values. */
public final class BadArgumentsException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public BadArgumentsException(String message) {
        super(message);
    }
}
