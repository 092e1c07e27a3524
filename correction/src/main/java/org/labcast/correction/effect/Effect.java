package org.labcast.correction.effect;

/** What running a command does to a machine, from the least to the most. */
public enum Effect {
    /** Prints what is there and changes nothing. */
    LOOKS("only looks"),
    /** Leaves the same state however often it runs, and takes nothing away. */
    REPEATABLE("leaves the same state however often it runs"),
    /** Adds something that was not there, and takes nothing away. */
    ADDITIVE("only adds something"),
    /** Changes or moves what is there. */
    CHANGES("changes what is there"),
    /** Takes something away, stops or overwrites it. */
    DESTROYS("takes away, stops or overwrites"),
    /** Not in the tables, so that anything may happen. */
    UNKNOWN("is not known to the effect tables");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** Predicate of a sentence about a command. */
    public String text() {
        return text;
    }

    /** The greater of two. */
    public Effect and(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it may follow from a proven slip. */
    public boolean harmless() {
        return compareTo(ADDITIVE) <= 0;
    }
}
