package org.labcast.transport.jms;

import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.labcast.transport.jms.BusException.Fault;

/** Consumers of several queues in one session: one thread, each message acknowledged by itself. */
final class MultiQueueConsumer implements AutoCloseable {
    private final BusConnection connection;
    private final ActiveMQSession session;
    private final MessageReader reader;
    private final List<ClientConsumer> consumers = new ArrayList<>();
    private volatile boolean failed;

    MultiQueueConsumer(BusConnection connection, MessageReader reader) {
        this.connection = connection;
        this.session = connection.session(false, ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
        this.reader = reader;
    }

    void add(String address, String queue) {
        try {
            consumers.add(session.getCoreSession().createConsumer(Addresses.qualified(address, queue)));
        } catch (ActiveMQException e) {
            close();
            throw BusFaults.of("cannot consume " + queue + " of " + address, e);
        }
    }

    int drain(Receiver receiver) {
        int count = 0;
        for (ClientConsumer consumer : consumers) {
            count += drain(consumer, receiver);
        }
        return count;
    }

    private int drain(ClientConsumer consumer, Receiver receiver) {
        try {
            int count = 0;
            PollingConsumer pollingConsumer = new PollingConsumer(consumer);
            for (ClientMessage message = pollingConsumer.next(); message != null; message = pollingConsumer.next()) {
                handOver(message, receiver);
                count++;
            }
            return count;
        } catch (ActiveMQException e) {
            throw failed(BusFaults.of("cannot fetch the messages that wait", e));
        } catch (RuntimeException | Error e) {
            throw failed(receiverFailed(e));
        }
    }

    void listen(Receiver receiver) {
        try {
            for (ClientConsumer consumer : consumers) {
                consumer.setMessageHandler(message -> heard(message, receiver));
            }
        } catch (ActiveMQException e) {
            throw failed(BusFaults.of("cannot listen to the broker", e));
        }
    }

    /** Nothing may escape from here: the library would acknowledge or redeliver by rules of its own. */
    private void heard(ClientMessage message, Receiver receiver) {
        if (failed) {
            return; // stays unacknowledged, and so on the broker
        }
        try {
            handOver(message, receiver);
        } catch (ActiveMQException e) {
            failed(BusFaults.of("cannot acknowledge a message", e));
        } catch (RuntimeException | Error e) {
            failed(receiverFailed(e));
        }
    }

    private void handOver(ClientMessage message, Receiver receiver) throws ActiveMQException {
        receiver.receive(reader.read(message));
        message.individualAcknowledge();
        session.getCoreSession().commit();
    }

    private BusException failed(BusException reason) {
        failed = true;
        connection.fail(reason);
        return reason;
    }

    static BusException receiverFailed(Throwable cause) {
        return new BusException(
                Fault.RECEIVER,
                "A message could not be taken over and stays on the broker: " + cause.getMessage(),
                cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (jakarta.jms.JMSException e) {
            // The connection is gone; unacknowledged messages stay on the broker.
        }
    }
}
