package org.labcast.agent.service;

import java.util.Map;
import java.util.Set;
import org.labcast.agent.Trouble;

/** Makes known what keeps services from being offered, each thing when it begins and when it ends. One thread uses it. */
final class Complaints {
    private final Trouble trouble;
    private Set<String> known = Set.of();

    Complaints(Trouble trouble) {
        this.trouble = trouble;
    }

    /** @param now all that there is to complain about, a sentence for each thing */
    void tell(Map<String, String> now) {
        now.forEach(trouble::begin);
        known.stream().filter(thing -> !now.containsKey(thing)).forEach(trouble::end);
        known = Set.copyOf(now.keySet());
    }
}
