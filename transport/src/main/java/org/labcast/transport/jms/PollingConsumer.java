package org.labcast.transport.jms;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a consumer now, one message after the other.
 *
 * <p>After a large message the broker (Artemis 2.56) may answer "nothing waits" while more does: the question overtakes
 * the end of that message's delivery, and the next delivery is queued behind the answer. A second question cannot
 * overtake it, so after a large message only the second "nothing" is believed.
 */
final class PollingConsumer {
    private final Question question;
    private boolean afterLarge;

    PollingConsumer(ClientConsumer consumer) {
        this(consumer::receiveImmediate);
    }

    PollingConsumer(Question question) {
        this.question = question;
    }

    /** Asks the broker for the next message; null is its "nothing waits". */
    interface Question {
        @Nullable
        ClientMessage ask() throws ActiveMQException;
    }

    /** The next message, or null when nothing waits. */
    @Nullable
    ClientMessage next() throws ActiveMQException {
        ClientMessage message = question.ask();
        if (message == null && afterLarge) {
            message = question.ask();
        }
        afterLarge = message != null && message.isLargeMessage();
        return message;
    }
}
