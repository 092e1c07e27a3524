package org.labcast.correction.effect;

import java.util.List;

/**
 * What the tables say of one command.
 *
 * @param effect {@link Effect#UNKNOWN} when no row fits
 * @param parts the words from the tool's name on; empty when no row fits
 * @param name tool and verb, as a reader would say them
 * @param why when no row fits: what is not in the tables; otherwise empty
 * @param root whether root's rights are what its refusal may ask for
 */
public record Reading(Effect effect, List<Part> parts, String name, String why, boolean root) {
    public Reading {
        parts = List.copyOf(parts);
    }

    static Reading unknown(String name, String why) {
        return new Reading(Effect.UNKNOWN, List.of(), name, why, false);
    }

    public boolean known() {
        return effect != Effect.UNKNOWN;
    }
}
