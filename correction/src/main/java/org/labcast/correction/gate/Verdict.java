package org.labcast.correction.gate;

import org.labcast.correction.effect.Effect;

/** What a gate says of a correction, and why in words that follow on "is shown only" or "runs unattended": a clause. */
public sealed interface Verdict {
    /** Of the whole corrected line. */
    Effect effect();

    String text();

    record Proven(Effect effect, SafetyReason reason, String text) implements Verdict {}

    record Unproven(Effect effect, String text) implements Verdict {}
}
