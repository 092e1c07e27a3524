package org.labcast.correction;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.gate.Prover;
import org.labcast.correction.gate.SafetyReason;
import org.labcast.correction.gate.Verdict;
import org.labcast.correction.gate.Verdict.Proven;
import org.labcast.correction.gate.Verdict.Unproven;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Risk;

/**
 * Decides how far a suggestion may be trusted, whatever its rule said: only ever stricter. What is not proven harmless from the
 * failed line, the corrected one and our own tables is risky. For one failure.
 */
final class RiskGate {
    private final Prover prover;
    private final ParsedLine failed;
    private final MachineFacts facts;
    private @Nullable Set<String> shapes;

    /**
     * @param facts as the line sees them where it begins
     * @param tables what calls of tools do
     */
    RiskGate(FailedCommand failure, ParsedLine failed, MachineFacts facts, EffectTables tables) {
        this.failed = failed;
        this.facts = facts;
        this.prover = new Prover(failure, failed, facts, tables);
    }

    Correction judge(Rule rule, FailureContext context, Suggestion suggestion) {
        ParsedLine mended = ParsedLine.read(suggestion.command());
        boolean repeats = RerunSafety.harms(context);
        Verdict proof = prover.judge(mended, repeats);
        boolean vouched = rule.vouched() && mended.readable() && !repeats;
        Optional<String> objection = objection(suggestion, mended, proof);
        boolean safe = objection.isEmpty() && (vouched || proof instanceof Proven);
        String reason = objection.orElse(
                vouched && proof instanceof Unproven ? "an administrator of this host wrote the rule" : proof.text());
        return new Correction(
                suggestion.command(),
                rule.name(),
                suggestion.why(),
                safe ? Risk.SAFE : Risk.RISKY,
                proof.effect().name().toLowerCase(Locale.ROOT),
                reason);
    }

    private Optional<String> objection(Suggestion suggestion, ParsedLine mended, Verdict proof) {
        if (suggestion.risk() == Risk.RISKY) {
            return Optional.of("the rule does not know for sure that this was meant");
        }
        // A shape covers the whole line. Here the signed command only follows something additive, or is the same call
        // in another spelling.
        boolean same = proof instanceof Proven proven
                && (proven.reason() == SafetyReason.NEEDED_FIRST || proven.reason() == SafetyReason.SAME_CALL);
        return same || shapes().containsAll(RiskSignatures.of(mended, facts))
                ? Optional.empty()
                : Optional.of("it can destroy, stop or open up something, and the failed command did not do just that");
    }

    /** Destructive shapes that the failed line had itself. */
    private Set<String> shapes() {
        if (shapes == null) {
            shapes = RiskSignatures.of(failed, facts);
        }
        return shapes;
    }
}
