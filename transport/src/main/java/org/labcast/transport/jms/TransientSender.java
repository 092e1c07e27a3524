package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** Sends messages that need not survive the broker, at once, to queues. Any thread may use it. */
public final class TransientSender implements AutoCloseable {
    private final ActiveMQSession session;
    private final ClientProducer producer;

    public TransientSender(BusConnection connection) {
        session = connection.session(false, Session.AUTO_ACKNOWLEDGE);
        try {
            producer = session.getCoreSession().createProducer();
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot open a producer", e);
        }
    }

    /**
     * Returns when the broker has it.
     *
     * @throws BusException NO_SUCH_ADDRESS when the queue is gone, FULL, NOT_PERMITTED or LOST
     */
    public synchronized void send(String address, SignedMessage signed) {
        boolean durable = false;
        ClientMessage message = session.getCoreSession().createMessage(Message.BYTES_TYPE, durable);
        message.setRoutingType(RoutingType.ANYCAST);
        SignedMessages.write(signed, message);
        try {
            producer.send(address, message);
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot send to " + address, e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (JMSException e) {
            // What was sent has arrived; there is nothing else.
        }
    }
}
