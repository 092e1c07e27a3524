package org.labcast.agent.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.labcast.model.Fingerprint;
import org.labcast.model.order.Header;

/** Which sequence numbers were taken, by administrator's key and epoch; never forgotten. */
final class TakenNumbers {
    private final Map<Counter, NumberSet> taken = new HashMap<>();

    private record Counter(Fingerprint signer, long epoch) {}

    boolean contains(Header header) {
        return of(header.signer(), header.epoch()).contains(header.sequence());
    }

    void add(Header header) {
        of(header.signer(), header.epoch()).add(header.sequence());
    }

    void add(Entry.NumbersTaken numbers) {
        numbers.ranges().forEach(of(numbers.signer(), numbers.epoch())::add);
    }

    private NumberSet of(Fingerprint signer, long epoch) {
        return taken.computeIfAbsent(new Counter(signer, epoch), counter -> new NumberSet());
    }

    Stream<Entry> entries() {
        return taken.entrySet().stream()
                .filter(entry -> !entry.getValue().ranges().isEmpty())
                .map(entry -> new Entry.NumbersTaken(
                        entry.getKey().signer(),
                        entry.getKey().epoch(),
                        entry.getValue().ranges()));
    }
}
