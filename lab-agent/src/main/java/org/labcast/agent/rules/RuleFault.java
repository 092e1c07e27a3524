package org.labcast.agent.rules;

import java.nio.file.Path;
import org.labcast.text.Printable;

/**
 * Something wrong in a rule file.
 *
 * @param sentence what is wrong and what to do about it
 */
public record RuleFault(Path file, Place place, String sentence) {
    /** {@code FILE:LINE:COLUMN: SENTENCE}, in one line that is safe to show. */
    @Override
    public String toString() {
        return Printable.of(file + ":" + place.line() + ":" + place.column() + ": " + sentence);
    }
}
