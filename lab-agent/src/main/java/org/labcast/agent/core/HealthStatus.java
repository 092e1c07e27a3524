package org.labcast.agent.core;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the agent from its work at the moment; each trouble is logged once when it begins and when it ends. */
public final class HealthStatus {
    private static final Logger LOG = LoggerFactory.getLogger(HealthStatus.class);

    private final Map<String, String> present = new TreeMap<>();

    /** @param area in which there is one trouble at a time, such as {@code ledger} */
    public synchronized void begin(String area, String sentence) {
        if (present.put(area, sentence) == null) {
            LOG.warn("{} Trying again.", sentence);
        }
    }

    public synchronized void end(String area) {
        Optional.ofNullable(present.remove(area)).ifPresent(sentence -> LOG.info("No longer: {}", sentence));
    }

    /** All of it in one line, empty when all is well. */
    public synchronized String describe() {
        return String.join(" ", present.values());
    }
}
