package org.labcast.transport.jms;

import java.time.Instant;
import java.util.Optional;

/**
 * One message for one address.
 *
 * @param duplicateId the broker drops a second message with the same id on the same address
 * @param expires when the broker may throw it away, by the clock of this machine; absent: as the address is configured
 * @param lastValueKey what it replaces on a last-value address
 */
public record Posting(
        String address,
        Routing routing,
        SignedMessage message,
        Optional<String> duplicateId,
        Optional<Instant> expires,
        Optional<String> lastValueKey) {

    /** Whether a copy goes to every subscription, or to one consumer of a queue. */
    public enum Routing {
        MULTICAST,
        ANYCAST
    }

    public static Posting toTopic(String address, SignedMessage message) {
        return new Posting(address, Routing.MULTICAST, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Posting toQueue(String address, SignedMessage message) {
        return new Posting(address, Routing.ANYCAST, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Posting withDuplicateId(String id) {
        return new Posting(address, routing, message, Optional.of(id), expires, lastValueKey);
    }

    public Posting expiring(Instant when) {
        return new Posting(address, routing, message, duplicateId, Optional.of(when), lastValueKey);
    }

    public Posting replacing(String key) {
        return new Posting(address, routing, message, duplicateId, expires, Optional.of(key));
    }
}
