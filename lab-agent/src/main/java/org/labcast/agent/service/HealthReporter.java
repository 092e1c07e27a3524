package org.labcast.agent.service;

import java.util.Map;
import java.util.Set;
import org.labcast.agent.core.HealthStatus;

/** Makes known what keeps services from being offered, each thing when it begins and when it ends. One thread uses it. */
final class HealthReporter {
    private final HealthStatus health;
    private Set<String> known = Set.of();

    HealthReporter(HealthStatus health) {
        this.health = health;
    }

    /** @param now all that there is to complain about, a sentence for each thing */
    void tell(Map<String, String> now) {
        now.forEach(health::begin);
        known.stream().filter(thing -> !now.containsKey(thing)).forEach(health::end);
        known = Set.copyOf(now.keySet());
    }
}
