package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.jspecify.annotations.Nullable;
import org.labcast.transport.jms.Incoming.Arrived;

/** One queue, read in batches: a batch leaves the broker in the transaction that is committed after the receiver. */
final class BatchConsumer implements AutoCloseable {
    private static final int MOST_MESSAGES = 500;
    private static final int MOST_BYTES = 16 << 20;
    /** A page is read in milliseconds; a disk may be busy. */
    private static final long PAGE_MILLIS = 500;

    private final BusConnection connection;
    private final String address;
    private final ActiveMQSession session;
    private final ClientConsumer consumer;
    private final PollingConsumer pollingConsumer;
    private final MessageReader reader = new MessageReader(Limits.DEFAULT);
    private final Object taking = new Object();
    private volatile boolean closed;

    BatchConsumer(BusConnection connection, String address) {
        this.connection = connection;
        this.address = address;
        this.session = connection.session(true, Session.SESSION_TRANSACTED);
        try {
            this.consumer = session.getCoreSession().createConsumer(address);
            this.pollingConsumer = new PollingConsumer(consumer);
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot consume " + address, e);
        }
    }

    /** @param enough asked after each batch */
    int drain(BatchReceiver receiver, BooleanSupplier enough) {
        try {
            int count = 0;
            for (ClientMessage first = next(); first != null; first = next()) {
                count += takeBatch(first, receiver);
                if (enough.getAsBoolean()) {
                    break;
                }
            }
            return count;
        } catch (ActiveMQException e) {
            throw failed(BusFaults.of("cannot fetch what waits at " + address, e));
        } catch (RuntimeException | Error e) {
            throw failed(MultiQueueConsumer.receiverFailed(e));
        }
    }

    /**
     * The next message, or null when nothing waits. The broker (Artemis 2.56) says that nothing does, too, while it reads
     * the next page of what it keeps on its disk.
     */
    private @Nullable ClientMessage next() throws ActiveMQException {
        ClientMessage message = pollingConsumer.next();
        if (message == null && waiting() > 0) {
            return consumer.receive(PAGE_MILLIS); // nothing, if they are another consumer's
        }
        return message;
    }

    private long waiting() throws ActiveMQException {
        return session.getCoreSession().queueQuery(SimpleString.of(address)).getMessageCount();
    }

    void listen(BatchReceiver receiver) {
        Thread thread = new Thread(() -> hear(receiver), "inbox " + address);
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(BatchReceiver receiver) {
        try {
            // receive returns null only when the consumer is closed
            for (ClientMessage first = consumer.receive(); first != null; first = consumer.receive()) {
                takeBatch(first, receiver);
            }
        } catch (ActiveMQException e) {
            if (!closed) {
                failed(BusFaults.of("cannot fetch from " + address, e));
            }
        } catch (RuntimeException | Error e) {
            failed(MultiQueueConsumer.receiverFailed(e));
        }
    }

    /** Locked, so that a batch that the receiver has is also committed when this is closed in between. */
    private int takeBatch(ClientMessage first, BatchReceiver receiver) throws ActiveMQException {
        synchronized (taking) {
            return takeAll(first, receiver);
        }
    }

    private int takeAll(ClientMessage first, BatchReceiver receiver) throws ActiveMQException {
        List<Incoming> batch = new ArrayList<>();
        long bytes = 0;
        for (ClientMessage message = first;
                message != null;
                message = batch.size() < MOST_MESSAGES && bytes < MOST_BYTES ? pollingConsumer.next() : null) {
            Incoming incoming = reader.read(message);
            bytes += incoming instanceof Arrived arrived
                    ? arrived.message().payload().size()
                    : 0;
            batch.add(incoming);
            message.acknowledge();
        }
        receiver.receive(batch);
        session.getCoreSession().commit();
        return batch.size();
    }

    private BusException failed(BusException reason) {
        connection.fail(reason);
        return reason;
    }

    @Override
    public void close() {
        closed = true;
        synchronized (taking) {
            try {
                session.close();
            } catch (JMSException e) {
                // The connection is gone; what was not committed stays on the broker.
            }
        }
    }
}
