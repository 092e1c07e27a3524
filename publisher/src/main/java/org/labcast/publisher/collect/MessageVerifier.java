package org.labcast.publisher.collect;

import org.labcast.model.Bytes;
import org.labcast.model.LabcastException;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;

/** A signature check that ends in a verified payload or an exception that says why not. */
final class MessageVerifier {
    private final SignatureVerifier verifier;

    MessageVerifier(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /** @throws LabcastException with the reason why the signature is refused */
    Verified<Bytes> verify(SignedMessage message, TrustStore trust) {
        Verification verification = verifier.verify(message.payload(), message.signature(), trust);
        if (verification instanceof Verification.Refused refused) {
            throw new LabcastException(refused.explanation());
        }
        return ((Verification.Accepted) verification).payload();
    }
}
