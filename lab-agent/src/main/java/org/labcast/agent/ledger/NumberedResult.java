package org.labcast.agent.ledger;

import java.time.Instant;
import java.util.List;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.result.Event;
import org.labcast.model.result.Result;

/** A result whose number and content are settled and which the broker has not confirmed yet. */
public record NumberedResult(
        OrderId order, String digest, PublisherName to, long number, Instant at, List<Event> events) {
    public NumberedResult {
        events = List.copyOf(events);
    }

    public Result from(Realm realm, HostName host) {
        return new Result(realm, order, digest, host, number, at, events);
    }

    /** About how many bytes it takes on the wire. */
    public long weight() {
        return events.stream().mapToLong(EventSize::of).sum();
    }
}
