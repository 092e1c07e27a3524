package org.labcast.agent.rules;

import java.util.Optional;
import org.labcast.correction.FailedCommand;

/**
 * A failure that a rule file gives beside a rule, and what the rule shall make of it.
 *
 * @param place where {@code becomes} stands
 * @param becomes the first suggestion; empty when the rule shall stay silent
 */
record Example(Place place, FailedCommand failed, Optional<String> becomes) {}
