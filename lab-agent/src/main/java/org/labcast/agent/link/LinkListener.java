package org.labcast.agent.link;

/** Is told how the link to the broker fares. */
public interface LinkListener {
    /** What waited on the broker has been taken in; whatever comes from now on is taken in as it comes. */
    void connected();

    /** @param why one sentence; told again only when it has changed */
    void disconnected(String why);

    /** The agent is to stop: whatever still has to be sent is to be sent before this returns. */
    void closing();
}
