package org.labcast.agent.conf;

import org.labcast.agent.core.AgentException;

/** A configuration file that cannot be used; the message names file, line and what to do. */
public final class ConfException extends AgentException {
    ConfException(String message) {
        super(message);
    }
}
