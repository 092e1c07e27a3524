package org.labcast.broker;

import java.util.List;
import org.labcast.model.Bytes;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;

/** Small messages for tests; the broker does not care what is in them. */
final class Messages {
    private Messages() {}

    static SignedMessage message(String text) {
        return new SignedMessage(Bytes.utf8(text), Bytes.utf8("signature"));
    }

    static String text(Incoming message) {
        return ((Incoming.Arrived) message).message().payload().text();
    }

    static void post(Endpoint endpoint, OutboundMessage... messages) {
        try (BusConnection connection = BusConnection.open(endpoint);
                DurableSender sender = new DurableSender(connection)) {
            sender.post(List.of(messages));
        }
    }
}
