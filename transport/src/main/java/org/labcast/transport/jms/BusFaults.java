package org.labcast.transport.jms;

import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.jspecify.annotations.Nullable;
import org.labcast.transport.jms.BusException.Fault;

/** Tells the client library's exceptions apart and says them in one sentence. */
final class BusFaults {
    private BusFaults() {}

    /** @param doing what was being attempted, as in "cannot post to labcast.jobs.all" */
    static BusException of(String doing, Exception cause) {
        Fault fault = fault(cause);
        return new BusException(fault, sentence(doing, fault, cause), cause);
    }

    static String sentence(String doing, Fault fault, Exception cause) {
        return switch (fault) {
            case NOT_PERMITTED -> capital(doing) + ": the broker does not permit it to this user.";
            case CREDENTIALS -> capital(doing) + ": the broker does not know this user or the password is wrong.";
            case NO_SUCH_ADDRESS ->
                capital(doing)
                        + ": the broker has no such address or queue; invite the host or initialise the publisher first.";
            case IN_USE ->
                capital(doing)
                        + ": another connection is consuming it; is this agent already running? If it was killed just now,"
                        + " wait 15 seconds.";
            case FULL ->
                capital(doing)
                        + ": the broker has no room for it now: its disk or this queue is full; try again later.";
            case LOST -> capital(doing) + ": the connection to the broker was lost.";
            default -> capital(doing) + ": " + cause.getMessage();
        };
    }

    static Fault fault(Exception cause) {
        if (cause instanceof InvalidDestinationException) {
            return Fault.NO_SUCH_ADDRESS;
        }
        return type(cause).map(BusFaults::fault).orElse(Fault.OTHER);
    }

    static Optional<ActiveMQExceptionType> type(@Nullable Throwable cause) {
        Throwable at = cause;
        while (at != null && !(at instanceof ActiveMQException)) {
            at = at instanceof JMSException jms && jms.getLinkedException() != null
                    ? jms.getLinkedException()
                    : at.getCause();
        }
        return Optional.ofNullable(at).map(found -> ((ActiveMQException) found).getType());
    }

    private static Fault fault(ActiveMQExceptionType type) {
        return switch (type) {
            case SECURITY_EXCEPTION -> Fault.NOT_PERMITTED;
            case QUEUE_DOES_NOT_EXIST, ADDRESS_DOES_NOT_EXIST -> Fault.NO_SUCH_ADDRESS;
            case MAX_CONSUMER_LIMIT_EXCEEDED -> Fault.IN_USE;
            case ADDRESS_FULL -> Fault.FULL;
            case NOT_CONNECTED, CONNECTION_TIMEDOUT, DISCONNECTED, OBJECT_CLOSED, REMOTE_DISCONNECT, UNBLOCKED ->
                Fault.LOST;
            default -> Fault.OTHER;
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
