package org.labcast.services.client;

import org.labcast.model.LabcastException;

/** A call that did not end well; the kind says how. */
public abstract sealed class ServiceException extends LabcastException
        permits NoProviderException,
                BusyException,
                CallTimedOutException,
                CallCancelledException,
                NotAllowedException,
                BadArgumentsException,
                SpecMismatchException,
                ToolFailedException,
                ProviderLostException {
    private static final long serialVersionUID = 1L;

    ServiceException(String message) {
        super(message);
    }
}
