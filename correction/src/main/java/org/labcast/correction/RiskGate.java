package org.labcast.correction;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labcast.correction.shell.Script;
import org.labcast.model.Risk;

/**
 * Decides how far a suggestion may be trusted, whatever its rule said: only ever stricter.
 *
 * <p>Risky is what has a destructive shape that the failed command did not have, what would run a second time something that has
 * run already and is not known to bear that, and what this engine cannot read. For one failure.
 */
final class RiskGate {
    private final Script failed;
    private final MachineFacts facts;
    private @Nullable Set<String> shapes;

    /** @param facts as the line sees them where it begins */
    RiskGate(Script failed, MachineFacts facts) {
        this.failed = failed;
        this.facts = facts;
    }

    Risk judge(Situation situation, Suggestion suggestion) {
        Script mended = Script.read(suggestion.command());
        boolean risky = suggestion.risk() == Risk.RISKY
                || !mended.readable()
                || Repeats.harms(situation)
                || !shapes().containsAll(Shapes.of(mended, facts));
        return risky ? Risk.RISKY : Risk.SAFE;
    }

    private Set<String> shapes() {
        if (shapes == null) {
            shapes = Shapes.of(failed, facts);
        }
        return shapes;
    }
}
