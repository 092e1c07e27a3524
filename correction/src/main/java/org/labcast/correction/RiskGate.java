package org.labcast.correction;

import java.util.Locale;
import java.util.Set;
import org.labcast.correction.gate.Prover;
import org.labcast.correction.gate.Verdict;
import org.labcast.correction.gate.Verdict.Proven;
import org.labcast.correction.gate.Verdict.Unproven;
import org.labcast.correction.shell.Script;
import org.labcast.model.Correction;
import org.labcast.model.Risk;

/**
 * Decides how far a suggestion may be trusted, whatever its rule said: only ever stricter.
 *
 * <p>What {@link Prover} does not prove harmless is risky, and so is what has a destructive shape that the failed command did not
 * have. For one failure.
 */
final class RiskGate {
    private final Prover prover;
    private final MachineFacts facts;
    private final Lazy<Set<String>> shapes;

    /** @param facts as the line sees them where it begins */
    RiskGate(FailedCommand failure, Script failed, MachineFacts facts) {
        this.prover = new Prover(failure, failed, facts);
        this.facts = facts;
        this.shapes = new Lazy<>(() -> Shapes.of(failed, facts));
    }

    Correction judge(Situation situation, Suggestion suggestion, String rule) {
        Script mended = Script.read(suggestion.command());
        Verdict verdict = prover.judge(mended, Repeats.harms(situation), suggestion.vouched());
        Verdict last = verdict instanceof Proven proven ? confirmed(proven, suggestion, mended) : verdict;
        return new Correction(
                suggestion.command(),
                rule,
                suggestion.why(),
                last instanceof Proven ? Risk.SAFE : Risk.RISKY,
                last.effect().name().toLowerCase(Locale.ROOT),
                last.text());
    }

    private Verdict confirmed(Proven proven, Suggestion suggestion, Script mended) {
        if (suggestion.risk() == Risk.RISKY) {
            return new Unproven(proven.effect(), "the rule is not sure that this was meant");
        }
        return shapes.get().containsAll(Shapes.of(mended, facts))
                ? proven
                : new Unproven(proven.effect(), "it has a destructive shape that the failed command had not");
    }
}
