package org.labcast.publisher.store;

import java.time.Instant;
import java.util.Optional;
import org.labcast.model.OrderId;

/**
 * An answer that was not believed.
 *
 * @param order for which it claimed to be; empty when even that could not be read
 * @param claimedHost whom it claimed to come from, unchecked text
 * @param reason one sentence
 */
public record RefusedAnswer(Optional<OrderId> order, String claimedHost, String reason, Instant at) {}
