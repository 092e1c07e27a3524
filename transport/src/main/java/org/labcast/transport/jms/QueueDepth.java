package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession.QueueQuery;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.labcast.model.PublisherName;
import org.labcast.transport.jms.BusException.Fault;

/**
 * How much waits on the broker for one publisher under each of its names, with what was handed to a consumer and not yet acknowledged. It asks through
 * the core session: Jakarta's queue browser would fetch all of it to count it.
 */
public final class QueueDepth implements AutoCloseable {
    private final List<String> queues;
    private final ActiveMQSession session;

    public QueueDepth(BusConnection connection, Collection<PublisherName> names) {
        this.queues = names.stream()
                .flatMap(name -> Stream.of(Addresses.enrolments(name), Addresses.results(name)))
                .toList();
        this.session = connection.session(false, Session.AUTO_ACKNOWLEDGE);
    }

    /** @throws BusException NO_SUCH_ADDRESS when the publisher has not been provisioned */
    public synchronized long messages() {
        long sum = 0;
        for (String queue : queues) {
            sum += messages(queue);
        }
        return sum;
    }

    private long messages(String queue) {
        try {
            QueueQuery answer = session.getCoreSession().queueQuery(SimpleString.of(queue));
            if (!answer.isExists()) {
                throw new BusException(
                        Fault.NO_SUCH_ADDRESS,
                        "The broker has no queue " + queue
                                + "; initialise the publisher there first: 'publisher broker',"
                                + " or 'publisher invite' with a standalone broker.");
            }
            return answer.getMessageCount();
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot ask about " + queue, e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (JMSException e) {
            // asking leaves nothing behind
        }
    }
}
