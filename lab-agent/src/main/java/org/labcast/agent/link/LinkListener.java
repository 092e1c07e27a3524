package org.labcast.agent.link;

import org.labcast.transport.jms.BusConnection;

/** Is told how the link to the broker fares. */
public interface LinkListener {
    /** Works over a connection until it is dismissed, shortly before the connection goes or after it broke. */
    interface Guest extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * What waited on the broker has been taken in; whatever comes from now on is taken in as it comes.
     *
     * @return who uses the connection besides
     */
    Guest connected(BusConnection connection);

    /** Another agent holds this host's queues, and has for a while. */
    void shutOut(BusConnection connection);

    /** @param why one sentence; told again only when it has changed */
    void disconnected(String why);

    /** The agent is to stop: whatever still has to be sent is to be sent before this returns. */
    void closing();
}
