package org.labcast.model.order;

/** Whether a correction may give a command more power, by sudo or its like. */
public enum SudoPolicy {
    /** Where the agent runs as an ordinary user and the task names no user. */
    AUTO,
    YES,
    NO
}
