package org.labcast.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.jspecify.annotations.Nullable;
import org.labcast.transport.jms.BusException.Fault;

/** Operations on the broker itself, over the connection of an administrator. */
public final class Management implements AutoCloseable {
    private static final String ADDRESS = "activemq.management";
    private static final long ANSWER_MILLIS = 30_000;
    /** So many requests travel at once: enough to hide the round trip, few enough for the broker's reply queue. */
    private static final int IN_FLIGHT = 200;

    private final Session session;
    private final MessageProducer producer;
    private final TemporaryQueue replies;
    private final MessageConsumer consumer;

    /** One operation with its arguments: strings, numbers and booleans. */
    public record Call(String operation, List<Object> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }

        public static Call of(String operation, Object... arguments) {
            return new Call(operation, List.of(arguments));
        }
    }

    /** What came of it: the operation's result (a list: one a line), or the broker's complaint. */
    public record Answer(boolean succeeded, String text) {}

    /** What a queue is, besides its name. */
    public record FoundQueue(String address, boolean multicast, boolean durable, Optional<String> filter) {}

    /** @throws BusException NOT_PERMITTED when the connection's user is no administrator */
    public Management(BusConnection connection) {
        session = connection.session(false, Session.AUTO_ACKNOWLEDGE);
        try {
            Queue address = session.createQueue(ADDRESS);
            producer = session.createProducer(address);
            replies = session.createTemporaryQueue();
            consumer = session.createConsumer(replies);
        } catch (JMSException e) {
            close();
            throw BusFaults.of("cannot manage the broker", e);
        }
    }

    /**
     * Calls one operation of the broker.
     *
     * @return its result as text, empty for none
     * @throws BusException REFUSED with the broker's complaint
     */
    public String call(String operation, Object... arguments) {
        Answer answer = callAll(List.of(Call.of(operation, arguments))).get(0);
        if (!answer.succeeded()) {
            throw new BusException(Fault.REFUSED, "The broker refused " + operation + ": " + answer.text());
        }
        return answer.text();
    }

    /** Calls operations in order without waiting for each answer, and returns the answers in that order. */
    public synchronized List<Answer> callAll(List<Call> calls) {
        List<Answer> answers = new ArrayList<>(calls.size());
        try {
            for (int i = 0; i < calls.size(); i++) {
                producer.send(request(calls.get(i)));
                if (i + 1 - answers.size() == IN_FLIGHT) {
                    answers.add(answer());
                }
            }
            while (answers.size() < calls.size()) {
                answers.add(answer());
            }
            return answers;
        } catch (JMSException e) {
            throw BusFaults.of("cannot manage the broker", e);
        }
    }

    /** What the broker has under a queue's name, whatever address it belongs to; names are unique on a broker. */
    public synchronized Optional<FoundQueue> queue(String name) {
        try {
            ClientSession.QueueQuery found =
                    ((ActiveMQSession) session).getCoreSession().queueQuery(SimpleString.of(name));
            return Optional.of(found)
                    .filter(ClientSession.QueueQuery::isExists)
                    .map(queue -> new FoundQueue(
                            queue.getAddress().toString(),
                            queue.getRoutingType() == RoutingType.MULTICAST,
                            queue.isDurable(),
                            Optional.ofNullable(queue.getFilterString()).map(SimpleString::toString)));
        } catch (ActiveMQException e) {
            throw BusFaults.of("cannot look up the queue " + name, e);
        }
    }

    private Message request(Call call) throws JMSException {
        Message request = session.createMessage();
        JMSManagementHelper.putOperationInvocation(
                request, "broker", call.operation(), call.arguments().toArray());
        request.setJMSReplyTo(replies);
        return request;
    }

    private Answer answer() throws JMSException {
        Message reply = consumer.receive(ANSWER_MILLIS);
        if (reply == null) {
            throw new BusException(
                    Fault.LOST, "The broker did not answer a management request within " + ANSWER_MILLIS + " ms.");
        }
        try {
            return new Answer(
                    JMSManagementHelper.hasOperationSucceeded(reply), text(JMSManagementHelper.getResult(reply)));
        } catch (Exception e) {
            throw BusFaults.of("cannot read the broker's answer", e);
        }
    }

    private static String text(@Nullable Object result) {
        if (result instanceof Object[] list) {
            return Stream.of(list).map(String::valueOf).collect(Collectors.joining("\n"));
        }
        return result == null ? "" : result.toString();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (JMSException e) {
            // its temporary queue goes with the connection
        }
    }
}
