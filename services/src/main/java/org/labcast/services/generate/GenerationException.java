package org.labcast.services.generate;

import org.labcast.model.LabcastException;

/** No program can be made of a description; the message says why, and what to change. */
public final class GenerationException extends LabcastException {
    private static final long serialVersionUID = 1L;

    public GenerationException(String message) {
        super(message);
    }
}
