package org.labcast.model.result;

import org.labcast.model.InvalidValueException;

/**
 * A command proposed instead of one that failed.
 *
 * @param command what to run instead
 * @param rule name of the rule that says so
 * @param why one sentence for the reader of the report
 * @param effect what it does, in one word such as {@code looks}; empty when unknown, as in reports of older agents
 * @param reason why it may run unattended, or why not; a clause, may be empty as well
 */
public record Correction(String command, String rule, String why, Risk risk, String effect, String reason) {
    public Correction {
        if (command.isBlank()) {
            throw new InvalidValueException("a correction proposes a command");
        }
    }

    /** Without a word about its effect. */
    public Correction(String command, String rule, String why, Risk risk) {
        this(command, rule, why, risk, "", "");
    }
}
