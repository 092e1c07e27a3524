package org.labcast.publisher.collect;

import java.util.function.Function;
import org.labcast.model.Bytes;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.MalformedMessageException;
import org.labcast.transport.pgp.RejectionReason;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;

/** Signature check and reading, each ending in a value or in {@link RejectedMessage}. */
final class MessageVerifier {
    private final SignatureVerifier verifier;

    MessageVerifier(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /** @throws RejectedMessage when the signature is refused or the content cannot be read */
    <T> Verified<T> verify(SignedMessage message, TrustStore trust, Function<Bytes, T> reader) {
        Verification verification = verifier.verify(message.payload(), message.signature(), trust);
        if (verification instanceof Verification.Refused refused) {
            if (refused.reason() == RejectionReason.UNKNOWN_SIGNER) {
                throw new RejectedMessage.NotYet(refused.explanation(), only(trust));
            }
            throw new RejectedMessage(refused.explanation());
        }
        return ((Verification.Accepted) verification).payload().map(content -> read(content, reader));
    }

    private static String only(TrustStore trust) {
        return trust.certificates().stream()
                .map(certificate -> certificate.fingerprint().value())
                .findFirst()
                .orElse("");
    }

    /** What the message claims, to learn whose key must have signed it; not to be believed yet. */
    static <T> T claim(SignedMessage message, Function<Bytes, T> reader) {
        return read(message.payload(), reader);
    }

    private static <T> T read(Bytes content, Function<Bytes, T> reader) {
        try {
            return reader.apply(content);
        } catch (MalformedMessageException e) {
            throw new RejectedMessage(String.valueOf(e.getMessage()));
        }
    }
}
