package org.labcast.publisher.report;

/** How far a host has come with a job. */
public enum HostState {
    /** No answer yet. */
    WAITING,
    /** In the host's ledger. */
    ACCEPTED,
    RUNNING,
    /** Ended; every task has an outcome. */
    DONE,
    /** Ended early because a task failed and the file says to stop then. */
    STOPPED,
    CANCELLED,
    /** The host will not do it. */
    REFUSED,
    /** No answer, and the job's validity is over: the host will never run it. */
    EXPIRED;

    /** Whether the host has said its last word. */
    public boolean isFinal() {
        return this == DONE || this == STOPPED || this == CANCELLED || this == REFUSED;
    }
}
