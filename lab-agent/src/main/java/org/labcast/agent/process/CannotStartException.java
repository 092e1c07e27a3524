package org.labcast.agent.process;

/** Why a command cannot be started, in one sentence. */
public final class CannotStartException extends Exception {
    private final String reason;

    public CannotStartException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
