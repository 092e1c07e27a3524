package org.labcast.correction.rule.git;

import java.util.Collection;
import java.util.Optional;
import org.labcast.correction.Spelling;

/** The name that was meant by one that was shortened rather than mistyped; a guess, good for risky suggestions only. */
final class Likeness {
    private static final double ENOUGH = 0.6;

    private Likeness() {}

    static Optional<String> best(String typed, Collection<String> names) {
        return Spelling.ranked(typed, names).stream()
                .findFirst()
                .filter(name -> Spelling.likeness(typed, name) >= ENOUGH);
    }
}
