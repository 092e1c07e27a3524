package org.labcast.model;

/** What a failed command means for those after it. */
public enum OnFailure {
    STOP,
    CONTINUE
}
