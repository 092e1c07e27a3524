package org.labcast.agent.core;

/** The agent stops; whoever waits for something gives up. */
public final class StoppedException extends AgentException {
    public StoppedException() {
        super("The agent stops.");
    }
}
