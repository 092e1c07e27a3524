package org.labcast.correction;

import java.util.List;

/** One symptom and its mending: pure, so that it can be tried on any failure. */
public interface Rule {
    /** The symptom, such as {@code mkdir_missing_parent}; what reports show. */
    String name();

    /** What to run instead, best first; empty when this is not the rule's symptom. */
    List<Suggestion> suggest(FailureContext context);

    /**
     * Whether an administrator of this very host wrote every word that the rule brings in, so that they need no proof. Then too it must
     * not be more destructive than what failed, nor run anything twice that does not bear it.
     */
    default boolean vouched() {
        return false;
    }
}
