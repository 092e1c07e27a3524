package org.labcast.transport.jms;

/** A message as it came; nothing in it is to be believed before its signature is verified. */
public sealed interface Incoming {
    /** The address it was posted to, as the broker says. */
    String address();

    /** The broker's user who posted it, as the broker says; empty when it does not say. */
    String sender();

    /** Well formed: a payload and a signature within the limits. */
    record Arrived(SignedMessage message, String address, String sender) implements Incoming {}

    /**
     * Not a signed message at all, or too large to be read; to be reported and taken off the broker.
     *
     * @param problem one phrase, safe to print
     */
    record Malformed(String problem, String address, String sender) implements Incoming {}
}
