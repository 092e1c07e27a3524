package org.labcast.correction;

import java.util.List;

/** One symptom and its mending: pure, so that it can be tried on any failure. */
public interface Rule {
    /** The symptom, such as {@code mkdir_missing_parent}; what reports show. */
    String name();

    /** What to run instead, best first; empty when this is not the rule's symptom. */
    List<Suggestion> suggest(Situation situation);
}
