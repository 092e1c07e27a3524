package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.labcast.model.HostName;

/** A queue of messages that need not survive their reader: they leave the broker as they are delivered. */
public final class TransientConsumer implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BusConnection connection;
    private final ActiveMQSession session;
    private final String address;
    private volatile boolean failed;

    private TransientConsumer(BusConnection connection, ActiveMQSession session, String address) {
        this.connection = connection;
        this.session = session;
        this.address = address;
    }

    /**
     * A new queue for replies, which goes with the connection; whoever sends to it then is told that it is gone.
     *
     * @param user the name of the connection's user
     */
    public static TransientConsumer forReplies(BusConnection connection, String user) {
        byte[] unique = new byte[16];
        RANDOM.nextBytes(unique);
        String name = Addresses.replies(user) + HexFormat.of().formatHex(unique);
        ActiveMQSession session = session(connection);
        try {
            session.getCoreSession()
                    .createQueue(QueueConfiguration.of(name)
                            .setRoutingType(RoutingType.ANYCAST)
                            .setDurable(false)
                            .setTemporary(true)
                            .setAutoCreateAddress(true));
            return new TransientConsumer(connection, session, name);
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot make a queue for replies", e);
        }
    }

    /** What callers say to a host. */
    public static TransientConsumer ofHost(BusConnection connection, HostName host) {
        return new TransientConsumer(connection, session(connection), Addresses.calls(host));
    }

    private static ActiveMQSession session(BusConnection connection) {
        return connection.session(false, ActiveMQJMSConstants.PRE_ACKNOWLEDGE);
    }

    public String address() {
        return address;
    }

    /**
     * Hands over whatever comes, on one thread of the connection. Returns at once. When the receiver throws, {@link
     * BusConnection#lost} of the connection completes and nothing more is delivered.
     *
     * @throws BusException IN_USE, NO_SUCH_ADDRESS, NOT_PERMITTED
     */
    public void listen(Receiver receiver) {
        MessageReader reader = new MessageReader(Limits.DEFAULT);
        try {
            session.getCoreSession()
                    .createConsumer(Addresses.qualified(address, address))
                    .setMessageHandler(message -> heard(message, reader, receiver));
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot consume " + address, e);
        }
    }

    private void heard(ClientMessage message, MessageReader reader, Receiver receiver) {
        if (failed) {
            return;
        }
        try {
            receiver.receive(reader.read(message));
        } catch (ActiveMQException e) {
            fail(BusFaults.of("cannot read a message of " + address, e));
        } catch (RuntimeException | Error e) {
            fail(MultiQueueConsumer.receiverFailed(e));
        }
    }

    private void fail(BusException reason) {
        failed = true;
        connection.fail(reason);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (JMSException e) {
            // The connection is gone, and the queue with it.
        }
    }
}
