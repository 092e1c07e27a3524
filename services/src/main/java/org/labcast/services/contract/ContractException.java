package org.labcast.services.contract;

/** A description or a call that cannot be used; the message says why, for the reader of the file or the caller. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractException(String message) {
        super(message);
    }
}
