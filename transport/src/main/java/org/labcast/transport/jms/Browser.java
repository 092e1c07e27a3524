package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** Looks at what an address holds and leaves it there. */
public final class Browser {
    private static final Limits SMALL = new Limits(256 << 10, 8 << 10);

    private static final int NO_WINDOW = -1;
    private static final int NO_RATE = -1;

    private final BusConnection connection;

    public Browser(BusConnection connection) {
        this.connection = connection;
    }

    /** All well-formed messages that are there now, oldest first; others are passed over. */
    public List<SignedMessage> browse(String address) {
        return browse(address, "");
    }

    /**
     * The same of those messages that a selector lets through.
     *
     * @param selector over the labels, in the syntax of Jakarta Messaging's message selectors; empty: all
     */
    public List<SignedMessage> browse(String address, String selector) {
        ActiveMQSession session = connection.session(false, Session.AUTO_ACKNOWLEDGE);
        // With a window the broker may say "no more" while it waits for the window to open.
        SimpleString filter = selector.isEmpty() ? null : SimpleString.of(selector);
        try (ClientConsumer consumer =
                session.getCoreSession().createConsumer(SimpleString.of(address), filter, NO_WINDOW, NO_RATE, true)) {
            MessageReader reader = new MessageReader(SMALL);
            List<SignedMessage> found = new ArrayList<>();
            PollingConsumer pollingConsumer = new PollingConsumer(consumer);
            for (ClientMessage message = pollingConsumer.next(); message != null; message = pollingConsumer.next()) {
                if (reader.read(message) instanceof Incoming.Arrived arrived) {
                    found.add(arrived.message());
                }
            }
            return found;
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot browse " + address, e);
        } finally {
            close(session);
        }
    }

    private static void close(Session session) {
        try {
            session.close();
        } catch (JMSException e) {
            // browsing leaves nothing behind
        }
    }
}
