package org.labcast.services.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service that is composed of others: a component whose representation holds them.
 *
 * @param ports the inner port that answers, by the name of the outer one, in the order of the bindings
 * @param feeds streams inside that feed calls
 */
public record Federation(String component, Map<String, ServicePort> ports, List<Feed> feeds) {
    public Federation {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
        feeds = List.copyOf(feeds);
    }
}
