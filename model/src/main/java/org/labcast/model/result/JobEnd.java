package org.labcast.model.result;

/** How a job ended on a host. */
public enum JobEnd {
    /** Every task has an outcome. */
    DONE,
    /** A task failed and the file says to stop then. */
    STOPPED,
    CANCELLED,
    /** Its validity ended before its turn came. */
    EXPIRED
}
