package org.labcast.services.contract;

import java.util.List;
import java.util.Map;

/**
 * A service that is composed of others: a component whose representation holds them.
 *
 * @param ports the inner port that answers, by the name of the outer one
 */
public record Federation(String component, Map<String, ServicePort> ports, List<Feed> feeds) {
    public Federation {
        ports = Map.copyOf(ports);
        feeds = List.copyOf(feeds);
    }
}
