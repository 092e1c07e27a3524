package org.labcast.model.result;

/** What became of a task on a host. */
public enum TaskState {
    SUCCEEDED,
    /** Succeeded after a correction. */
    CORRECTED,
    FAILED,
    TIMED_OUT,
    INTERRUPTED,
    CANCELLED,
    /** Never ran, because an earlier command failed and the file says to stop. */
    SKIPPED;

    public boolean success() {
        return this == SUCCEEDED || this == CORRECTED;
    }
}
