package org.labcast.agent.outbox;

import java.time.Instant;
import org.labcast.agent.HostSecret;
import org.labcast.agent.Self;
import org.labcast.agent.ledger.Entry;
import org.labcast.agent.ledger.NumberedResult;
import org.labcast.model.HostMessage;

/**
 * One message to a publisher.
 *
 * @param name by which the broker recognises a second copy; the publisher goes by what the message says itself
 * @param whenSent what to record when the broker has confirmed it
 * @param weight about how many bytes it takes
 */
record Parcel(HostMessage message, String name, Entry whenSent, long weight) {
    static Parcel of(NumberedResult result, Self self, HostSecret secret) {
        var message = result.from(self.realm(), self.host());
        Entry sent = new Entry.ResultSent(result.order(), result.number());
        return new Parcel(message, secret.nameOf("result/" + message.name()), sent, result.weight());
    }

    /**
     * One of which the confirmation by the broker is not the end.
     *
     * @param copy 0 for the first; each has a name of its own, since the broker is to deliver it although it knows the others
     */
    static Parcel receipted(NumberedResult result, int copy, Self self, HostSecret secret, Instant now) {
        Parcel first = of(result, self, secret);
        String name = copy == 0
                ? first.name()
                : secret.nameOf(
                        "result/" + result.from(self.realm(), self.host()).name() + "/" + copy);
        Entry sent = new Entry.ResultConfirmed(result.order(), result.number(), now);
        return new Parcel(first.message(), name, sent, result.weight());
    }

    static Parcel of(Entry.AlertRaised raised, HostSecret secret) {
        var alert = raised.alert();
        return new Parcel(alert, secret.nameOf("alert/" + alert.id()), new Entry.AlertSent(alert.id()), 1_000);
    }
}
