package org.labcast.agent.ledger;

import org.labcast.agent.core.AgentException;

/** Nothing could be written (usually: the disk is full); nothing has changed and trying again later makes sense. */
public final class LedgerFullException extends AgentException {
    LedgerFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
