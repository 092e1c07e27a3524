package org.labcast.agent.service;

import java.time.Duration;
import org.labcast.model.result.Ending;

/** Why a call is ended before its tool has ended by itself. */
enum StopReason {
    TIMED_OUT,
    CALLED_OFF,
    /** Nothing was heard of the caller for too long, or its queue is gone. */
    CALLER_GONE,
    AGENT_STOPS;

    /** @param timeout of the call */
    Ending ending(Duration timeout) {
        return switch (this) {
            case TIMED_OUT -> new Ending.TimedOut(timeout);
            case CALLED_OFF, CALLER_GONE -> new Ending.Cancelled();
            case AGENT_STOPS -> new Ending.Interrupted();
        };
    }
}
