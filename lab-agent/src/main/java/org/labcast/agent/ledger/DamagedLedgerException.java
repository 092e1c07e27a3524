package org.labcast.agent.ledger;

import org.labcast.agent.core.AgentException;

/** The ledger cannot be believed; the agent does not start, because it might run a command twice. */
public final class DamagedLedgerException extends AgentException {
    DamagedLedgerException(String message) {
        super(message);
    }
}
