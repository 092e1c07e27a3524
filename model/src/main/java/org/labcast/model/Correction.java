package org.labcast.model;

/**
 * A command proposed instead of one that failed.
 *
 * @param command what to run instead
 * @param rule name of the rule that says so
 * @param why one sentence for the reader of the report
 */
public record Correction(String command, String rule, String why, Risk risk) {
    public Correction {
        if (command.isBlank()) {
            throw new InvalidValueException("a correction proposes a command");
        }
    }
}
