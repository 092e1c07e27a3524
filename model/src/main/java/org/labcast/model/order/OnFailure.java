package org.labcast.model.order;

/** What a failed command means for those after it. */
public enum OnFailure {
    STOP,
    CONTINUE
}
