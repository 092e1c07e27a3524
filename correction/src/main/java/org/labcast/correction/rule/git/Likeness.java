package org.labcast.correction.rule.git;

import java.util.Collection;
import java.util.Optional;
import org.labcast.model.Spelling;

/** The name that was meant by one that was shortened rather than mistyped; a guess, good for risky suggestions only. */
final class Likeness {
    private static final double ENOUGH = 0.6;

    private Likeness() {}

    static Optional<String> best(String typed, Collection<String> names) {
        Optional<String> best = Optional.empty();
        double most = ENOUGH;
        for (String name : names) {
            double likeness = Spelling.likeness(typed, name);
            if (likeness > most || (likeness == most && best.isEmpty())) {
                most = likeness;
                best = Optional.of(name);
            }
        }
        return best;
    }
}
