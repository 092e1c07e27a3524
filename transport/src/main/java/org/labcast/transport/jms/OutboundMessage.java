package org.labcast.transport.jms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One message for one address.
 *
 * @param duplicateId the broker drops a second message with the same id on the same address
 * @param expires when the broker may throw it away, by the clock of this machine; absent: as the address is configured
 * @param lastValueKey what it replaces on a last-value address
 * @param labels properties by which the broker may select it; not signed, so nobody else may believe them
 */
public record OutboundMessage(
        String address,
        Routing routing,
        SignedMessage message,
        Optional<String> duplicateId,
        Optional<Instant> expires,
        Optional<String> lastValueKey,
        Map<String, String> labels) {
    public OutboundMessage {
        labels = Map.copyOf(labels);
    }

    /** Whether a copy goes to every subscription, or to one consumer of a queue. */
    public enum Routing {
        MULTICAST,
        ANYCAST
    }

    public static OutboundMessage toTopic(String address, SignedMessage message) {
        return new OutboundMessage(
                address, Routing.MULTICAST, message, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public static OutboundMessage toQueue(String address, SignedMessage message) {
        return new OutboundMessage(
                address, Routing.ANYCAST, message, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public OutboundMessage withDuplicateId(String id) {
        return new OutboundMessage(address, routing, message, Optional.of(id), expires, lastValueKey, labels);
    }

    public OutboundMessage expiring(Instant when) {
        return new OutboundMessage(address, routing, message, duplicateId, Optional.of(when), lastValueKey, labels);
    }

    public OutboundMessage replacing(String key) {
        return new OutboundMessage(address, routing, message, duplicateId, expires, Optional.of(key), labels);
    }

    public OutboundMessage labelled(Map<String, String> properties) {
        return new OutboundMessage(address, routing, message, duplicateId, expires, lastValueKey, properties);
    }
}
