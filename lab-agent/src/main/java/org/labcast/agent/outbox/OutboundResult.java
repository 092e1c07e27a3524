package org.labcast.agent.outbox;

import java.time.Instant;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.HostSecret;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.NumberedResult;
import org.labcast.model.result.HostMessage;

/**
 * One message to a publisher.
 *
 * @param name by which the broker recognises a second copy; the publisher goes by what the message says itself
 * @param whenSent what to record when the broker has confirmed it
 * @param weight about how many bytes it takes
 */
record OutboundResult(HostMessage message, String name, Entry whenSent, long weight) {
    static OutboundResult of(NumberedResult result, HostIdentity identity, HostSecret secret) {
        var message = result.from(identity.realm(), identity.host());
        Entry sent = new Entry.ResultSent(result.order(), result.number());
        return new OutboundResult(message, secret.nameOf("result/" + message.name()), sent, result.weight());
    }

    /**
     * One of which the confirmation by the broker is not the end.
     *
     * @param copy 0 for the first; each has a name of its own, since the broker is to deliver it although it knows the others
     */
    static OutboundResult receipted(
            NumberedResult result, int copy, HostIdentity identity, HostSecret secret, Instant now) {
        OutboundResult first = of(result, identity, secret);
        String name = copy == 0
                ? first.name()
                : secret.nameOf("result/"
                        + result.from(identity.realm(), identity.host()).name() + "/" + copy);
        Entry sent = new Entry.ResultConfirmed(result.order(), result.number(), now);
        return new OutboundResult(first.message(), name, sent, result.weight());
    }

    static OutboundResult of(Entry.AlertRaised raised, HostSecret secret) {
        var alert = raised.alert();
        return new OutboundResult(alert, secret.nameOf("alert/" + alert.id()), new Entry.AlertSent(alert.id()), 1_000);
    }
}
