package org.labcast.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.PostingException.Fate;

/** Posts persistent messages, all of a list or none. */
public final class Poster implements AutoCloseable {
    /** With these the broker itself answers that it has rolled the transaction back. */
    private static final Set<ActiveMQExceptionType> ANSWERED = EnumSet.of(
            ActiveMQExceptionType.TRANSACTION_ROLLED_BACK,
            ActiveMQExceptionType.ADDRESS_FULL,
            ActiveMQExceptionType.SECURITY_EXCEPTION,
            ActiveMQExceptionType.ADDRESS_DOES_NOT_EXIST,
            ActiveMQExceptionType.QUEUE_DOES_NOT_EXIST);

    private final Clock clock;
    private final Session session;
    private final MessageProducer producer;

    public Poster(BusConnection connection, Clock clock) {
        this.clock = clock;
        session = connection.session(true, Session.SESSION_TRANSACTED);
        try {
            producer = session.createProducer(null);
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        } catch (JMSException e) {
            throw BusFaults.of("cannot open a producer", e);
        }
    }

    /**
     * Returns when the broker has all of them on its disk.
     *
     * <p>When the broker already has one of them (by its duplicate id), the list was posted before and the answer was
     * lost: then each is posted by itself, and those that are there already are passed over.
     *
     * @throws PostingException saying whether they are surely not posted or perhaps
     */
    public synchronized void post(List<Posting> postings) {
        try {
            postAtOnce(postings);
        } catch (AlreadyPosted e) {
            postEach(postings);
        }
    }

    private void postEach(List<Posting> postings) {
        for (Posting posting : postings) {
            try {
                postAtOnce(List.of(posting));
            } catch (AlreadyPosted e) {
                // which is what we want
            }
        }
    }

    private void postAtOnce(List<Posting> postings) throws AlreadyPosted {
        try {
            send(postings);
        } catch (JMSException e) {
            rollback();
            throw failure(postings, Fate.NOT_POSTED, e);
        }
        try {
            session.commit();
        } catch (JMSException e) {
            Optional<ActiveMQExceptionType> type = BusFaults.type(e);
            if (type.filter(ActiveMQExceptionType.DUPLICATE_ID_REJECTED::equals).isPresent()) {
                throw new AlreadyPosted(e);
            }
            throw failure(postings, type.filter(ANSWERED::contains).isPresent() ? Fate.NOT_POSTED : Fate.UNKNOWN, e);
        }
    }

    private void send(List<Posting> postings) throws JMSException {
        for (Posting posting : postings) {
            producer.setTimeToLive(timeToLive(posting));
            producer.send(destination(posting), message(posting));
        }
    }

    private long timeToLive(Posting posting) {
        return posting.expires()
                .map(at -> Math.max(1, Duration.between(clock.instant(), at).toMillis()))
                .orElse(0L);
    }

    /** Without asking the broker, which the session's own methods would do. */
    private static Destination destination(Posting posting) {
        return switch (posting.routing()) {
            case MULTICAST -> ActiveMQDestination.createTopic(posting.address());
            case ANYCAST -> ActiveMQDestination.createQueue(posting.address());
        };
    }

    private BytesMessage message(Posting posting) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(posting.message().payload().toArray());
        message.setStringProperty(
                SignedMessage.SIGNATURE_PROPERTY,
                Base64.getEncoder().encodeToString(posting.message().signature().toArray()));
        if (posting.duplicateId().isPresent()) {
            message.setStringProperty(
                    Message.HDR_DUPLICATE_DETECTION_ID.toString(),
                    posting.duplicateId().get());
        }
        if (posting.lastValueKey().isPresent()) {
            message.setStringProperty(
                    Message.HDR_LAST_VALUE_NAME.toString(),
                    posting.lastValueKey().get());
        }
        return message;
    }

    private void rollback() {
        try {
            session.rollback();
        } catch (JMSException e) {
            // The connection is gone, and the transaction with it.
        }
    }

    /** The broker has a message with the duplicate id of one of these. */
    private static final class AlreadyPosted extends Exception {
        AlreadyPosted(JMSException cause) {
            super(cause);
        }
    }

    private static PostingException failure(List<Posting> postings, Fate fate, JMSException cause) {
        String where = postings.size() == 1
                ? postings.get(0).address()
                : postings.size() + " addresses from " + postings.get(0).address() + " on";
        Fault fault = BusFaults.fault(cause);
        String known = fate == Fate.NOT_POSTED ? " Nothing was posted." : " It is not known whether it was posted.";
        return new PostingException(
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
