package org.labcast.agent.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.labcast.model.Bytes;
import org.labcast.model.service.ServiceEntry;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This host's entries in the list of services, one for each port that it offers. One thread uses it. */
final class OfferPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(OfferPublisher.class);

    private final HostCredentials me;
    private final Consumer<List<OutboundMessage>> poster;
    private final Clock clock;
    private Map<String, Offer> posted = Map.of();

    /** @param poster posts all of a list or none, or throws a {@link BusException} */
    OfferPublisher(HostCredentials me, Consumer<List<OutboundMessage>> poster, Clock clock) {
        this.me = me;
        this.poster = poster;
        this.clock = clock;
    }

    /** Renews the entries of these and takes away those of whatever else was posted. */
    void renew(List<Offer> offers) {
        Map<String, Offer> current = new LinkedHashMap<>();
        offers.forEach(offer -> current.put(key(offer), offer));
        List<OutboundMessage> messages = new ArrayList<>();
        current.forEach((key, offer) -> messages.add(message(key, offer, false)));
        posted.forEach((key, offer) -> {
            if (!current.containsKey(key)) {
                messages.add(message(key, offer, true));
            }
        });
        if (messages.isEmpty()) {
            return;
        }
        try {
            poster.accept(messages);
            posted = current;
        } catch (BusException e) {
            // A broken connection is noticed elsewhere, and the entries come back with the next one.
            LOG.debug("services not renewed: {}", e.getMessage());
        }
    }

    private OutboundMessage message(String key, Offer offer, boolean leaving) {
        Bytes payload = Codec.encode(entry(offer, leaving));
        return OutboundMessage.toQueue(
                        Addresses.SERVICES,
                        new SignedMessage(payload, me.signer().sign(payload)))
                .replacing(key)
                .labelled(labels(offer));
    }

    private ServiceEntry entry(Offer offer, boolean leaving) {
        ServicePort port = offer.port();
        return new ServiceEntry(
                me.identity().realm(),
                me.identity().host(),
                clock.instant(),
                leaving,
                port.component(),
                offer.name(),
                port.style() == OfPort.PROCESS,
                port.spec(),
                port.signature().written(),
                port.returns().written(),
                port.terms().idempotent(),
                port.metadata().version(),
                new TreeMap<>(port.metadata().attributes()),
                port.metadata().documentation(),
                offer.slots().free(),
                offer.installation().installedBy());
    }

    private Map<String, String> labels(Offer offer) {
        Map<String, String> labels = new LinkedHashMap<>();
        offer.port().metadata().attributes().forEach((name, value) -> labels.put("labcast_a_" + name, value));
        labels.put("labcast_interface", offer.name().contract());
        labels.put("labcast_port", offer.name().port());
        labels.put("labcast_host", me.identity().host().value());
        labels.put("labcast_component", offer.port().component());
        labels.put("labcast_version", offer.port().metadata().version());
        return labels;
    }

    /** Made of a secret, so that no other host can overwrite the entry. */
    private String key(Offer offer) {
        return me.secret().nameOf("service/" + offer.port().fullName());
    }
}
