package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.labcast.model.service.PortName;

/** The calls of one port, shared with all other hosts that offer it: each is fetched when somebody is free for it. */
public final class WorkQueueConsumer implements AutoCloseable {
    /** Nothing is sent ahead: what waits, waits on the broker, where another host may take it. */
    private static final int NO_WINDOW = 0;

    private static final int NO_RATE = -1;

    private final String address;
    private final ActiveMQSession session;
    private final ClientConsumer consumer;
    private final MessageReader reader = new MessageReader(Limits.DEFAULT);
    private volatile boolean closed;

    private WorkQueueConsumer(String address, ActiveMQSession session, ClientConsumer consumer) {
        this.address = address;
        this.session = session;
        this.consumer = consumer;
    }

    /** @throws BusException NO_SUCH_ADDRESS when the port was never installed, NOT_PERMITTED when not on this host */
    public static WorkQueueConsumer open(BusConnection connection, PortName port) {
        String address = Addresses.calls(port);
        ActiveMQSession session = connection.session(false, ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
        try {
            boolean browseOnly = false;
            return new WorkQueueConsumer(
                    address,
                    session,
                    session.getCoreSession()
                            .createConsumer(SimpleString.of(address), null, NO_WINDOW, NO_RATE, browseOnly));
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot consume " + address, e);
        }
    }

    /**
     * Waits for a call and takes it off the broker: nobody else gets it.
     *
     * @return nothing when this queue was closed meanwhile
     * @throws BusException LOST
     */
    public Optional<Incoming> take() {
        try {
            ClientMessage message = consumer.receive();
            if (message == null) {
                return Optional.empty();
            }
            Incoming incoming = reader.read(message);
            message.individualAcknowledge();
            session.getCoreSession().commit();
            return Optional.of(incoming);
        } catch (ActiveMQException e) {
            if (closed) {
                return Optional.empty();
            }
            throw BusFaults.of("cannot fetch from " + address, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            session.close();
        } catch (JMSException e) {
            // The connection is gone; a call that was not taken goes to another host.
        }
    }
}
