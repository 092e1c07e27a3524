package org.labcast.agent.service;

import java.util.Optional;
import org.labcast.model.service.DeclineReason;
import org.labcast.model.service.ServiceCall;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.Invocation;
import org.labcast.text.Printable;
import org.labcast.transport.pgp.Verified;

/** Decides whether a call could be done here, whoever is free for it. */
final class CallRules {
    private final PortOffers offers;

    CallRules(PortOffers offers) {
        this.offers = offers;
    }

    /** What is decided of a call. */
    sealed interface Decision {
        /** @param invocation what it will run */
        record Doable(Offer offer, Invocation invocation) implements Decision {}

        /** @param explanation one sentence for the caller */
        record Not(DeclineReason reason, String explanation) implements Decision {}
    }

    Decision decide(Verified<ServiceCall> verified) {
        ServiceCall call = verified.value();
        Optional<Offer> found = offers.find(call.port());
        if (found.isEmpty()) {
            return new Decision.Not(DeclineReason.NO_SUCH_SERVICE, "This host does not offer " + call.port() + ".");
        }
        Offer offer = found.get();
        if (!offers.allows(offer, verified.signer())) {
            return new Decision.Not(
                    DeclineReason.NOT_ALLOWED,
                    "The key " + verified.signer() + " may not call " + call.port() + " here.");
        }
        if (!call.spec().isEmpty() && !call.spec().equals(offer.port().spec())) {
            return new Decision.Not(
                    DeclineReason.SPEC_MISMATCH,
                    call.port() + " is here '" + offer.port().signature().written() + "' returning '"
                            + offer.port().returns().written()
                            + "', which is not what the caller means by it; generate the client anew.");
        }
        return offer.missing().stream()
                .findFirst()
                .<Decision>map(program -> new Decision.Not(
                        DeclineReason.UNAVAILABLE, program + " is not on this host, or may not be executed."))
                .orElseGet(() -> bound(offer, call));
    }

    private static Decision bound(Offer offer, ServiceCall call) {
        try {
            return new Decision.Doable(offer, offer.port().plan(call.arguments()));
        } catch (ContractException e) {
            return new Decision.Not(DeclineReason.BAD_ARGUMENTS, Printable.of(call.port() + ": " + e.getMessage()));
        }
    }
}
