package org.labcast.agent.exec;

/** Why a command cannot be started, in one sentence. */
final class CannotStartException extends Exception {
    private final String reason;

    CannotStartException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
