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
    Risk judge(Situation situation, Suggestion suggestion) {
        Script mended = Script.read(suggestion.command());
        boolean risky = suggestion.risk() == Risk.RISKY
                || !mended.readable()
                || Repeats.harms(situation)
                || !newShapes(situation, mended).isEmpty();
        return risky ? Risk.RISKY : Risk.SAFE;
    }

    private static Set<String> newShapes(Situation situation, Script mended) {
        Set<String> shapes = new HashSet<>(Shapes.of(mended, situation.facts()));
        shapes.removeAll(Shapes.of(situation.script(), situation.facts()));
        return shapes;
    }
}
