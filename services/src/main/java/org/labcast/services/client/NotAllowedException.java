package org.labcast.services.client;

/** The provider does not do it for this caller. */
public final class NotAllowedException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public NotAllowedException(String message) {
        super(message);
    }
}
