package org.labcast.correction;

import org.labcast.model.result.Risk;

/**
 * What a rule proposes.
 *
 * @param command the whole command, mended
 * @param why one sentence for the reader of the report
 * @param risk as the rule sees it; {@link RiskGate} may still make it risky
 */
public record Suggestion(String command, String why, Risk risk) {
    public static Suggestion safe(String command, String why) {
        return new Suggestion(command, why, Risk.SAFE);
    }

    public static Suggestion risky(String command, String why) {
        return new Suggestion(command, why, Risk.RISKY);
    }

    /** Safe when the rule is sure, risky when it is one of several guesses. */
    public static Suggestion sure(boolean sure, String command, String why) {
        return sure ? safe(command, why) : risky(command, why);
    }
}
