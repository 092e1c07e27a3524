package org.labcast.services.client;

/** The provider fell silent or stopped; how far the tool came is not known. */
public final class ProviderLostException extends ServiceException {
    private static final long serialVersionUID = 1L;

    public ProviderLostException(String message) {
        super(message);
    }
}
