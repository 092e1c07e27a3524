package org.labcast.agent.ledger;

import java.time.Instant;

/**
 * A result that the broker has confirmed and the publisher has not.
 *
 * @param copies how often it was sent, 1 or more
 * @param sent when the broker confirmed the last copy, by this host's clock
 */
public record AwaitedReceipt(NumberedResult result, int copies, Instant sent) {
    AwaitedReceipt again(Instant at) {
        return new AwaitedReceipt(result, copies + 1, at);
    }
}
