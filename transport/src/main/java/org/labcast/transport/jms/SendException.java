package org.labcast.transport.jms;

import org.jspecify.annotations.Nullable;

/** A posting failed; says whether anything of it can be on the broker. */
public final class SendException extends BusException {
    /** What is known of the messages. */
    public enum Fate {
        /** Surely none of them is on the broker. */
        NOT_POSTED,
        /** All or none of them are on the broker; post again with the same duplicate ids to be sure. */
        UNKNOWN
    }

    private final Fate fate;

    SendException(Fault fault, Fate fate, String message, @Nullable Throwable cause) {
        super(fault, message, cause);
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }
}
