package org.labcast.model;

/** Whether a correction may run unattended. */
public enum Risk {
    SAFE,
    RISKY
}
