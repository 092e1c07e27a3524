package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.SendException.Fate;

/**
 * Posts persistent messages, all of a list or none.
 *
 * <p>It sends through the core session: a Jakarta producer asks the broker about each address first, which makes a job
 * for a thousand hosts a thousand round trips, and it knows only times to live, no times of expiry.
 */
public final class DurableSender implements AutoCloseable {
    /** With these the broker itself answers that it has rolled the transaction back. */
    private static final Set<ActiveMQExceptionType> ANSWERED = EnumSet.of(
            ActiveMQExceptionType.TRANSACTION_ROLLED_BACK,
            ActiveMQExceptionType.ADDRESS_FULL,
            ActiveMQExceptionType.SECURITY_EXCEPTION,
            ActiveMQExceptionType.ADDRESS_DOES_NOT_EXIST,
            ActiveMQExceptionType.QUEUE_DOES_NOT_EXIST);

    private final ActiveMQSession session;
    private final ClientSession core;
    private final ClientProducer producer;

    public DurableSender(BusConnection connection) {
        session = connection.session(true, Session.SESSION_TRANSACTED);
        core = session.getCoreSession();
        try {
            producer = core.createProducer();
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot open a producer", e);
        }
    }

    /**
     * Returns when the broker has all of them on its disk.
     *
     * <p>When the broker already has one of them (by its duplicate id), the list was posted before and the answer was
     * lost: then each is posted by itself, and those that are there already are passed over.
     *
     * @throws SendException saying whether they are surely not posted or perhaps
     */
    public synchronized void post(List<OutboundMessage> messages) {
        try {
            postAtOnce(messages);
        } catch (AlreadyPosted e) {
            postEach(messages);
        }
    }

    private void postEach(List<OutboundMessage> messages) {
        for (OutboundMessage outboundMessage : messages) {
            try {
                postAtOnce(List.of(outboundMessage));
            } catch (AlreadyPosted e) {
                // which is what we want
            }
        }
    }

    private void postAtOnce(List<OutboundMessage> messages) throws AlreadyPosted {
        try {
            for (OutboundMessage outboundMessage : messages) {
                producer.send(outboundMessage.address(), message(outboundMessage));
            }
        } catch (ActiveMQException e) {
            rollback();
            throw failure(messages, Fate.NOT_POSTED, e);
        }
        try {
            core.commit();
        } catch (ActiveMQException e) {
            if (e.getType() == ActiveMQExceptionType.DUPLICATE_ID_REJECTED) {
                throw new AlreadyPosted(e);
            }
            throw failure(messages, ANSWERED.contains(e.getType()) ? Fate.NOT_POSTED : Fate.UNKNOWN, e);
        }
    }

    private ClientMessage message(OutboundMessage outboundMessage) {
        boolean durable = true;
        ClientMessage message = core.createMessage(Message.BYTES_TYPE, durable);
        message.setRoutingType(
                switch (outboundMessage.routing()) {
                    case MULTICAST -> RoutingType.MULTICAST;
                    case ANYCAST -> RoutingType.ANYCAST;
                });
        message.setExpiration(
                outboundMessage.expires().map(Instant::toEpochMilli).orElse(0L));
        SignedMessages.write(outboundMessage.message(), message);
        put(message, Message.HDR_DUPLICATE_DETECTION_ID.toString(), outboundMessage.duplicateId());
        put(message, Message.HDR_LAST_VALUE_NAME.toString(), outboundMessage.lastValueKey());
        outboundMessage.labels().forEach(message::putStringProperty);
        return message;
    }

    private static void put(ClientMessage message, String property, Optional<String> value) {
        value.ifPresent(present -> message.putStringProperty(property, present));
    }

    private void rollback() {
        try {
            core.rollback();
        } catch (ActiveMQException e) {
            // The connection is gone, and the transaction with it.
        }
    }

    /** The broker has a message with the duplicate id of one of these. */
    private static final class AlreadyPosted extends Exception {
        AlreadyPosted(ActiveMQException cause) {
            super(cause);
        }
    }

    private static SendException failure(List<OutboundMessage> messages, Fate fate, ActiveMQException cause) {
        String where = messages.size() == 1
                ? messages.get(0).address()
                : messages.size() + " addresses from " + messages.get(0).address() + " on";
        Fault fault = BusFaults.fault(cause);
        String known = fate == Fate.NOT_POSTED ? " Nothing was posted." : " It is not known whether it was posted.";
        return new SendException(
                fault, fate, BusFaults.sentence("cannot post to " + where, fault, cause) + known, cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (JMSException e) {
            // Nothing is lost: whatever was not committed was not posted.
        }
    }
}
