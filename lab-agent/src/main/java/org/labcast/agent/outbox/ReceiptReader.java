package org.labcast.agent.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.ledger.BlockingLedger;
import org.labcast.model.Bytes;
import org.labcast.model.result.Receipt;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.Receiver;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.json.MalformedMessageException;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.KeyException;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes receipts in and leaves all else to the next receiver. A receipt counts for the jobs that name its key, and for
 * nothing else; one that no job names may be late or forged, and does nothing either way.
 */
public final class ReceiptReader implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptReader.class);

    private final BlockingLedger ledger;
    private final Outbox outbox;
    private final HostIdentity identity;
    private final Receiver next;
    private final SignatureVerifier verifier;

    public ReceiptReader(BlockingLedger ledger, Outbox outbox, HostIdentity identity, Receiver next, Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.identity = identity;
        this.next = next;
        // Either clock may be wrong, and a receipt that comes once more says what is true still.
        this.verifier = SignatureVerifier.ofAnyClock(clock, SignaturePolicy.standard());
    }

    @Override
    public void receive(Incoming incoming) {
        if (incoming instanceof Incoming.Arrived arrived
                && Codec.beginsAsReceipt(arrived.message().payload())) {
            take(arrived.message());
        } else {
            next.receive(incoming);
        }
    }

    private void take(SignedMessage message) {
        TrustStore keys = TrustStore.of(ledger
                .read(state -> state.awaitedOrders().stream()
                        .flatMap(order -> state.receipts(order).stream())
                        .distinct()
                        .toList())
                .stream()
                .flatMap(certificate -> certificate(certificate).stream())
                .toList());
        Verification verification = verifier.verify(message.payload(), message.signature(), keys);
        if (verification instanceof Verification.Accepted accepted) {
            take(accepted.payload());
        } else if (verification instanceof Verification.Refused refused) {
            LOG.info("Ignoring a receipt: {}", refused.explanation());
        }
    }

    private void take(Verified<Bytes> payload) {
        try {
            Verified<Receipt> receipt = payload.map(Codec::readReceipt);
            if (receipt.value().realm().equals(identity.realm())
                    && receipt.value().host().equals(identity.host())) {
                receipt.value().held().stream()
                        .filter(held -> isNamed(receipt, held))
                        .forEach(outbox::received);
            }
        } catch (MalformedMessageException e) {
            LOG.warn("Ignoring a receipt signed by {}: {}", payload.signer(), e.getMessage());
        }
    }

    private boolean isNamed(Verified<Receipt> receipt, Receipt.Held held) {
        return ledger.read(state -> state.receipts(held.job()))
                .flatMap(ReceiptReader::certificate)
                .filter(certificate -> certificate.fingerprint().equals(receipt.signer()))
                .isPresent();
    }

    /** A trusted administrator wrote it into the job; still it may be unreadable. */
    private static Optional<Certificate> certificate(Bytes encoded) {
        try {
            List<Certificate> found = Certificate.readAll(encoded.toArray());
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (KeyException e) {
            return Optional.empty();
        }
    }
}
