package org.labcast.transport.jms;

/** Takes messages one by one. */
@FunctionalInterface
public interface Receiver {
    /**
     * Takes a message over: when this returns, the broker is told to forget it. When this throws, the message and all
     * later ones stay on the broker and the inbox is of no more use.
     */
    void receive(Incoming message);
}
