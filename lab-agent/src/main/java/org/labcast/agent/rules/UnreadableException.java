package org.labcast.agent.rules;

import org.labcast.agent.core.AgentException;

/** A file that cannot be read beyond some place. */
final class UnreadableException extends AgentException {
    private final Place place;

    UnreadableException(Place place, String sentence) {
        super(sentence);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
