package org.labcast.services.acme;

import java.util.List;

/**
 * An invariant, heuristic, rule or analysis. Labcast keeps it, and does not evaluate it.
 *
 * @param keyword its first word in lower case, such as {@code invariant}
 * @param text what stands behind that word, as written
 */
public record DesignRule(String keyword, String text, Position at, List<Property> metadata) {
    public DesignRule {
        metadata = List.copyOf(metadata);
    }
}
