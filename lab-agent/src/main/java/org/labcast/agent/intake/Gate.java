package org.labcast.agent.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.labcast.agent.Self;
import org.labcast.model.Header;
import org.labcast.model.Order;
import org.labcast.model.Printable;
import org.labcast.model.Refusal;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.json.MalformedMessageException;
import org.labcast.transport.pgp.Reason;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;

/**
 * Judges a message by itself: who signed it, and whether it is for this host and this time. Whether it was taken
 * before is the ledger's to say. Nothing of a payload is interpreted before its signature is verified.
 */
public final class Gate {
    /** More than 10,000 ordinary commands; a job has to fit into a small Java heap several times. */
    static final int LARGEST_PAYLOAD = 4 << 20;

    /** Beyond this a date is a slip, and remembering ids until then would be for ever. */
    static final Duration FAR_FUTURE = Duration.ofDays(400);

    private final SignatureVerifier verifier;
    private final Supplier<TrustStore> trust;
    private final Self self;
    private final Clock clock;

    public Gate(SignatureVerifier verifier, Supplier<TrustStore> trust, Self self, Clock clock) {
        this.verifier = verifier;
        this.trust = trust;
        this.self = self;
        this.clock = clock;
    }

    /** Judges a message at this moment; the same message may be judged otherwise later. */
    public Verdict judge(SignedMessage message) {
        if (message.payload().size() > LARGEST_PAYLOAD) {
            String explanation = "a payload of " + message.payload().size() + " bytes, more than " + LARGEST_PAYLOAD;
            return new Verdict.Suspect(message.payload().sha256(), Refusal.TOO_LARGE, explanation);
        }
        Verification verification = verifier.verify(message.payload(), message.signature(), trust.get());
        if (verification instanceof Verification.Refused refused) {
            return new Verdict.Suspect(message.payload().sha256(), refusal(refused.reason()), refused.explanation());
        }
        var payload = ((Verification.Accepted) verification).payload();
        try {
            return judge(payload.map(Codec::readOrder));
        } catch (MalformedMessageException e) {
            String explanation = "signed by " + payload.signer() + ", but " + e.getMessage();
            return new Verdict.Suspect(payload.digest(), Refusal.MALFORMED, explanation);
        }
    }

    /** A clock that is wrong, here or there, is no forgery. */
    private static Refusal refusal(Reason reason) {
        return switch (reason) {
            case UNKNOWN_SIGNER -> Refusal.UNTRUSTED_SIGNER;
            case FROM_THE_FUTURE -> Refusal.NOT_YET_VALID;
            default -> Refusal.BAD_SIGNATURE;
        };
    }

    private Verdict judge(Verified<Order> order) {
        Header header = order.value().header();
        if (!header.signer().equals(order.signer())) {
            String explanation = "it names " + header.signer() + " as its signer, but " + order.signer() + " signed it";
            return new Verdict.Suspect(order.digest(), Refusal.BAD_SIGNATURE, explanation);
        }
        if (!header.realm().equals(self.realm())) {
            String explanation = "it is for the realm " + header.realm() + ", this host is in " + self.realm();
            return new Verdict.Suspect(order.digest(), Refusal.WRONG_REALM, explanation);
        }
        if (!header.target().includes(self.host(), self.groups())) {
            return declined(order, Refusal.NOT_A_TARGET, self.host() + " is not among its targets");
        }
        return untimely(order).orElseGet(() -> new Verdict.Passed(order));
    }

    private Optional<Verdict> untimely(Verified<Order> order) {
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

    private static Verdict declined(Verified<Order> order, Refusal reason, String explanation) {
        return new Verdict.Declined(order.value().header(), order.digest(), reason, Printable.of(explanation));
    }
}
