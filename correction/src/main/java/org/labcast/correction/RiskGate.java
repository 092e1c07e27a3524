package org.labcast.correction;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labcast.correction.gate.Prover;
import org.labcast.correction.gate.Verdict;
import org.labcast.correction.shell.Script;
import org.labcast.model.Risk;

/**
 * Decides how far a suggestion may be trusted, whatever its rule said: only ever stricter. What is not proven harmless from the
 * failed line, the corrected one and our own tables is risky. For one failure.
 */
final class RiskGate {
    private final Prover prover;
    private final Script failed;
    private final MachineFacts facts;
    private @Nullable Set<String> shapes;

    /** @param facts as the line sees them where it begins */
    RiskGate(FailedCommand failure, Script failed, MachineFacts facts) {
        this.failed = failed;
        this.facts = facts;
        this.prover = new Prover(failure, failed, facts);
    }

    Risk judge(Rule rule, Situation situation, Suggestion suggestion) {
        if (suggestion.risk() == Risk.RISKY) {
            return Risk.RISKY;
        }
        Script mended = Script.read(suggestion.command());
        if (!shapes().containsAll(Shapes.of(mended, facts))) {
            return Risk.RISKY;
        }
        boolean repeats = Repeats.harms(situation);
        if (rule.vouched()) {
            return mended.readable() && !repeats ? Risk.SAFE : Risk.RISKY;
        }
        Verdict verdict = prover.judge(mended, repeats, Set.of());
        return verdict instanceof Verdict.Proven ? Risk.SAFE : Risk.RISKY;
    }

    /** Destructive shapes that the failed line had itself. */
    private Set<String> shapes() {
        if (shapes == null) {
            shapes = Shapes.of(failed, facts);
        }
        return shapes;
    }
}
