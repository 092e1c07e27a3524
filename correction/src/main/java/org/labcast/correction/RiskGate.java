package org.labcast.correction;

import java.util.HashSet;
import java.util.Set;
import org.labcast.correction.shell.Script;
import org.labcast.model.Risk;

/**
 * Decides how far a suggestion may be trusted, whatever its rule said: only ever stricter.
 *
 * <p>Risky is what has a destructive shape that the failed command did not have, what would run a second time something that has
 * run already and is not known to bear that, and what this engine cannot read.
 */
final class RiskGate {
    /** @param facts as the line sees them where it begins */
    Risk judge(Situation situation, Suggestion suggestion, MachineFacts facts) {
        Script mended = Script.read(suggestion.command());
        boolean risky = suggestion.risk() == Risk.RISKY
                || !mended.readable()
                || Repeats.harms(situation)
                || !newShapes(situation.script(), mended, facts).isEmpty();
        return risky ? Risk.RISKY : Risk.SAFE;
    }

    private static Set<String> newShapes(Script failed, Script mended, MachineFacts facts) {
        Set<String> shapes = new HashSet<>(Shapes.of(mended, facts));
        shapes.removeAll(Shapes.of(failed, facts));
        return shapes;
    }
}
