package org.labcast.services.page;

/** The page cannot do it; the message says what to do about it. */
public final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PageException(String message) {
        super(message);
    }

    PageException(String message, Throwable cause) {
        super(message, cause);
    }
}
