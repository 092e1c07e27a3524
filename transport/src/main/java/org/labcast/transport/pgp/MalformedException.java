package org.labcast.transport.pgp;

import org.labcast.model.LabcastException;
import org.labcast.transport.pgp.Verification.Refused;

/** Bytes that are not the OpenPGP they should be; never leaves this package. */
final class MalformedException extends LabcastException {
    private final transient Refused refusal;

    MalformedException(String message) {
        this(RejectionReason.MALFORMED, message);
    }

    MalformedException(RejectionReason reason, String message) {
        super(message);
        this.refusal = new Refused(reason, message);
    }

    Refused refusal() {
        return refusal;
    }
}
