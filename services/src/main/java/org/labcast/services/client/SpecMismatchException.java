package org.labcast.services.client;

/** Caller and provider do not mean the same by the name of the port; generate the client anew. */
public final class SpecMismatchException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public SpecMismatchException(String message) {
        super(message);
    }
}
