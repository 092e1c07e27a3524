package org.labcast.model.result;

/** Whether a correction may run unattended. */
public enum Risk {
    SAFE,
    RISKY
}
