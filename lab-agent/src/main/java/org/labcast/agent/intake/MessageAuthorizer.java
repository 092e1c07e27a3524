package org.labcast.agent.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.labcast.agent.core.HostIdentity;
import org.labcast.model.order.Header;
import org.labcast.model.order.Order;
import org.labcast.model.result.Refusal;
import org.labcast.text.Printable;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.json.MalformedMessageException;
import org.labcast.transport.pgp.RejectionReason;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;

/**
 * Judges a message by itself: who signed it, and whether it is for this host and this time. Whether it was taken
 * before is the ledger's to say. Nothing of a payload is interpreted before its signature is verified.
 */
public final class MessageAuthorizer {
    /** More than 10,000 ordinary commands; a job has to fit into a small Java heap several times. */
    static final int LARGEST_PAYLOAD = 4 << 20;

    /** Beyond this a date is a slip, and remembering ids until then would be for ever. */
    static final Duration FAR_FUTURE = Duration.ofDays(400);

    private final SignatureVerifier verifier;
    private final Supplier<TrustStore> trust;
    private final HostIdentity identity;
    private final Clock clock;

    public MessageAuthorizer(
            SignatureVerifier verifier, Supplier<TrustStore> trust, HostIdentity identity, Clock clock) {
        this.verifier = verifier;
        this.trust = trust;
        this.identity = identity;
        this.clock = clock;
    }

    /** Judges a message at this moment; the same message may be judged otherwise later. */
    public Authorization judge(SignedMessage message) {
        if (message.payload().size() > LARGEST_PAYLOAD) {
            String explanation = "a payload of " + message.payload().size() + " bytes, more than " + LARGEST_PAYLOAD;
            return new Authorization.Suspect(message.payload().sha256(), Refusal.TOO_LARGE, explanation);
        }
        Verification verification = verifier.verify(message.payload(), message.signature(), trust.get());
        if (verification instanceof Verification.Refused refused) {
            return new Authorization.Suspect(
                    message.payload().sha256(), refusal(refused.reason()), refused.explanation());
        }
        var payload = ((Verification.Accepted) verification).payload();
        try {
            return judge(payload.map(Codec::readOrder));
        } catch (MalformedMessageException e) {
            String explanation = "signed by " + payload.signer() + ", but " + e.getMessage();
            return new Authorization.Suspect(payload.digest(), Refusal.MALFORMED, explanation);
        }
    }

    /** A clock that is wrong, here or there, is no forgery. */
    private static Refusal refusal(RejectionReason reason) {
        return switch (reason) {
            case UNKNOWN_SIGNER -> Refusal.UNTRUSTED_SIGNER;
            case FROM_THE_FUTURE -> Refusal.NOT_YET_VALID;
            default -> Refusal.BAD_SIGNATURE;
        };
    }

    private Authorization judge(Verified<Order> order) {
        Header header = order.value().header();
        if (!header.signer().equals(order.signer())) {
            String explanation = "it names " + header.signer() + " as its signer, but " + order.signer() + " signed it";
            return new Authorization.Suspect(order.digest(), Refusal.BAD_SIGNATURE, explanation);
        }
        if (!header.realm().equals(identity.realm())) {
            String explanation = "it is for the realm " + header.realm() + ", this host is in " + identity.realm();
            return new Authorization.Suspect(order.digest(), Refusal.WRONG_REALM, explanation);
        }
        if (!header.target().includes(identity.host(), identity.groups())) {
            return declined(order, Refusal.NOT_A_TARGET, identity.host() + " is not among its targets");
        }
        return untimely(order).orElseGet(() -> new Authorization.Passed(order));
    }

    private Optional<Authorization> untimely(Verified<Order> order) {
        Header header = order.value().header();
        Instant now = clock.instant();
        if (!now.isBefore(header.expires())) {
            return Optional.of(declined(
                    order,
                    Refusal.EXPIRED,
                    "it expired at " + header.expires() + ", and it is " + now + " by this host's clock"));
        }
        if (header.expires().isAfter(now.plus(FAR_FUTURE))) {
            return Optional.of(declined(
                    order,
                    Refusal.NOT_YET_VALID,
                    "it is valid until " + header.expires() + ", more than " + FAR_FUTURE.toDays()
                            + " days ahead by this host's clock"));
        }
        return Optional.empty();
    }

    private static Authorization declined(Verified<Order> order, Refusal reason, String explanation) {
        return new Authorization.Declined(order.value().header(), order.digest(), reason, Printable.of(explanation));
    }
}
