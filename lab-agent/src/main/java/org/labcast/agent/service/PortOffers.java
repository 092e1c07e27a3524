package org.labcast.agent.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.core.ChangeSignal;
import org.labcast.model.Fingerprint;
import org.labcast.model.service.PortName;
import org.labcast.transport.pgp.TrustStore;

/** What this host offers. Whatever an administrator installed who is trusted no longer counts as not being there. */
final class PortOffers {
    private final Supplier<TrustStore> administrators;
    private final ChangeSignal signal = new ChangeSignal();
    private List<Offer> offers = List.of();
    private @Nullable Signers signers;

    /**
     * Who could have signed a call, until an offer or the administrators change: every message of a caller asks.
     *
     * @param administrators as they were
     * @param all these, and hosts that may call something
     */
    private record Signers(TrustStore administrators, TrustStore all) {}

    PortOffers(Supplier<TrustStore> administrators) {
        this.administrators = administrators;
    }

    List<Offer> all() {
        TrustStore trusted = administrators.get();
        return held().stream()
                .filter(offer ->
                        trusted.find(offer.installation().installedBy()).isPresent())
                .toList();
    }

    /** Also what is not offered for want of trust. */
    synchronized List<Offer> held() {
        return offers;
    }

    Optional<Offer> find(PortName name) {
        return all().stream().filter(offer -> offer.name().equals(name)).findFirst();
    }

    /** Puts them in place of all that their components offered. */
    void put(List<Offer> added) {
        List<String> components =
                added.stream().map(offer -> offer.installation().component()).toList();
        replace(components, added);
    }

    void remove(String component) {
        replace(List.of(component), List.of());
    }

    private void replace(List<String> components, List<Offer> added) {
        synchronized (this) {
            List<Offer> changed = new ArrayList<>(offers);
            changed.removeIf(offer -> components.contains(offer.installation().component()));
            changed.addAll(added);
            offers = List.copyOf(changed);
            signers = null;
        }
        signal.ring();
    }

    /** Who could have signed a call: administrators, and hosts that may call something. */
    TrustStore callers() {
        return callers(administrators.get());
    }

    private synchronized TrustStore callers(TrustStore trusted) {
        Signers known = signers;
        if (known == null || known.administrators() != trusted) {
            known = new Signers(
                    trusted,
                    TrustStore.of(Stream.concat(
                                    trusted.certificates().stream(),
                                    offers.stream().flatMap(offer -> offer.hosts().certificates().stream()))
                            .toList()));
            signers = known;
        }
        return known.all();
    }

    boolean allows(Offer offer, Fingerprint caller) {
        return offer.allows(caller, administrators.get());
    }

    /** Rings at every change. */
    ChangeSignal signal() {
        return signal;
    }
}
