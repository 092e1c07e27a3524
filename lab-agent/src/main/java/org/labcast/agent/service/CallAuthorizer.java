package org.labcast.agent.service;

import java.util.Optional;
import java.util.OptionalLong;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.intake.ReportBudget;
import org.labcast.model.Bytes;
import org.labcast.model.service.ServiceCall;
import org.labcast.model.service.ServiceRequest;
import org.labcast.text.Printable;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.json.MalformedMessageException;
import org.labcast.transport.pgp.RejectionReason;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets pass what somebody signed who may call something here. Whatever else comes gets no answer, and few lines in the log. */
final class CallAuthorizer {
    private static final Logger LOG = LoggerFactory.getLogger(CallAuthorizer.class);

    private final SignatureVerifier verifier;
    private final PortOffers offers;
    private final HostIdentity identity;
    private final ReportBudget budget;

    CallAuthorizer(SignatureVerifier verifier, PortOffers offers, HostIdentity identity, ReportBudget budget) {
        this.verifier = verifier;
        this.offers = offers;
        this.identity = identity;
        this.budget = budget;
    }

    Optional<Verified<ServiceRequest>> judge(Incoming incoming) {
        return incoming instanceof Incoming.Arrived arrived
                ? judge(arrived.message(), arrived.sender())
                : refuse(((Incoming.Malformed) incoming).problem(), incoming.sender());
    }

    private Optional<Verified<ServiceRequest>> judge(SignedMessage message, String sender) {
        Verification verification = verifier.verify(message.payload(), message.signature(), offers.callers());
        if (verification instanceof Verification.Refused refused) {
            return refuse(refused.explanation(), sender);
        }
        Verified<Bytes> payload = ((Verification.Accepted) verification).payload();
        try {
            return judge(payload.map(Codec::readServiceRequest), sender);
        } catch (MalformedMessageException e) {
            return refuse("signed by " + payload.signer() + ", but " + e.getMessage(), sender);
        }
    }

    /**
     * A call of which all that can be said is that nobody who is known here signed it. Its caller may be known to another
     * host that offers the port, and must hear that this one has taken the call from the queue and does not do it.
     */
    Optional<ServiceCall> ofStranger(SignedMessage message) {
        boolean unknown = verifier.verify(message.payload(), message.signature(), offers.callers())
                        instanceof Verification.Refused refused
                && refused.reason() == RejectionReason.UNKNOWN_SIGNER;
        try {
            return unknown && Codec.readServiceRequest(message.payload()) instanceof ServiceCall call
                    ? Optional.of(call).filter(claim -> claim.realm().equals(identity.realm()))
                    : Optional.empty();
        } catch (MalformedMessageException e) {
            return Optional.empty(); // refused and reported already
        }
    }

    private Optional<Verified<ServiceRequest>> judge(Verified<ServiceRequest> verified, String sender) {
        ServiceRequest request = verified.value();
        if (!request.caller().equals(verified.signer())) {
            return refuse(
                    "it names " + request.caller() + " as its caller, but " + verified.signer() + " signed it", sender);
        }
        if (!request.realm().equals(identity.realm())) {
            return refuse("it is for the realm " + request.realm() + ", this host is in " + identity.realm(), sender);
        }
        return Optional.of(verified);
    }

    /** @param sender user of the broker, as the broker says */
    <T> Optional<T> refuse(String why, String sender) {
        OptionalLong dropped = budget.ask();
        if (dropped.isPresent()) {
            String more = dropped.getAsLong() == 0 ? "" : " (" + dropped.getAsLong() + " more were not reported)";
            LOG.warn("dropped a call that {} sent: {}{}", Printable.of(sender), Printable.of(why), more);
        }
        return Optional.empty();
    }
}
