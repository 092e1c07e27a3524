package org.labcast.transport.jms;

import org.jspecify.annotations.Nullable;
import org.labcast.model.LabcastException;

/** Something between us and the broker; the message is one sentence for the person who reads it. */
public class BusException extends LabcastException {
    /** What kind of fault; decides whether trying again can help. */
    public enum Fault {
        /** The broker URL makes no sense. */
        BAD_URL,
        /** Nobody listens there, or the network does not lead there; try again later. */
        UNREACHABLE,
        /** TLS: the broker's certificate is not one we trust, or is for another name. */
        UNTRUSTED,
        /** Wrong user or password. */
        CREDENTIALS,
        /** Another connection already consumes this host's queues: the agent runs twice, or was killed seconds ago. */
        IN_USE,
        /** The broker refuses this user that action. */
        NOT_PERMITTED,
        /** The address or queue has not been provisioned. */
        NO_SUCH_ADDRESS,
        /** The address or the broker's disk is full; try again later. */
        FULL,
        /** The connection broke; open a new one. */
        LOST,
        /** Whatever takes messages failed; they stay on the broker. */
        RECEIVER,
        /** The broker's management refused an operation. */
        REFUSED,
        /** None of the above. */
        OTHER
    }

    private final Fault fault;

    public BusException(Fault fault, String message) {
        this(fault, message, null);
    }

    @SuppressWarnings("NullAway") // a cause may be absent; the root's parameter says nothing of it
    public BusException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
