package org.labcast.publisher.store;

import java.time.Instant;
import java.util.Optional;
import org.labcast.model.OrderId;

/**
 * Answers that were not believed, for the same reason.
 *
 * @param order for which it claimed to be; empty when even that could not be read
 * @param claimedHost whom it claimed to come from, unchecked text
 * @param reason one sentence
 * @param times how many there were
 * @param at when the last one came
 */
public record RefusedAnswer(Optional<OrderId> order, String claimedHost, String reason, long times, Instant at) {
    public RefusedAnswer(Optional<OrderId> order, String claimedHost, String reason, Instant at) {
        this(order, claimedHost, reason, 1, at);
    }
}
