package org.labcast.model.result;

import java.time.Instant;
import java.util.List;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;
import org.labcast.model.Realm;
import org.labcast.model.order.Header;

/**
 * A publisher's word to one host: which of its results are in the store. A host keeps a result until it is held, and sends
 * again what it has sent and what is not held. Signed with the key that the jobs name, see {@link Header#receipts}.
 *
 * @param at by the publisher's clock
 */
public record Receipt(Realm realm, HostName host, Instant at, List<Held> held) {
    public Receipt {
        held = List.copyOf(held);
    }

    /** All results of one job that are held: what no run holds has not come. */
    public record Held(OrderId job, List<Run> numbers) {
        public Held {
            numbers = List.copyOf(numbers);
        }

        public boolean holds(long number) {
            return numbers.stream().anyMatch(run -> run.first() <= number && number <= run.last());
        }
    }

    /** Numbers of results that follow each other, both ends included. */
    public record Run(long first, long last) {
        public Run {
            if (first < 1 || last < first) {
                throw new InvalidValueException("results count from 1, and a run of them ends after it begins");
            }
        }
    }
}
