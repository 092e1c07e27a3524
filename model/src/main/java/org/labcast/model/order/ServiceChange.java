package org.labcast.model.order;

import org.labcast.model.InvalidValueException;

/** What a task does that is no command: it changes which services a host offers. */
public sealed interface ServiceChange {
    /**
     * Offer what a description describes, in place of what components of the same names offered before.
     *
     * @param file name of the description, for messages
     * @param description its text, Acme; at most {@value #LARGEST} characters
     */
    record Install(String file, String description, Callers callers) implements ServiceChange {
        public static final int LARGEST = 1 << 20;

        public Install {
            if (description.length() > LARGEST) {
                throw new InvalidValueException("a description has at most " + LARGEST + " characters");
            }
        }
    }

    /** Offer this component's ports no longer. */
    record Remove(String component) implements ServiceChange {}
}
