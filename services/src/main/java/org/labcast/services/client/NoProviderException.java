package org.labcast.services.client;

/** Nobody offers it now. */
public final class NoProviderException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public NoProviderException(String message) {
        super(message);
    }
}
