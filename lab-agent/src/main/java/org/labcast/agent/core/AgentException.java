package org.labcast.agent.core;

import org.labcast.model.LabcastException;

/** Something on this host keeps the agent from its work; the message says what and what to do. */
public class AgentException extends LabcastException {
    public AgentException(String message) {
        super(message);
    }

    public AgentException(String message, Throwable cause) {
        super(message, cause);
    }
}
