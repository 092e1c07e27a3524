package org.labcast.services.client.internal;

import java.util.HashMap;
import java.util.Map;
import org.labcast.model.service.ServiceEntry;

/** The labels that a host puts on an entry. */
final class Labels {
    private Labels() {}

    static Map<String, String> of(ServiceEntry entry) {
        Map<String, String> labels = new HashMap<>(Map.of(
                "labcast_interface", entry.port().contract(),
                "labcast_port", entry.port().port(),
                "labcast_host", entry.host().value(),
                "labcast_component", entry.component(),
                "labcast_version", entry.version()));
        entry.attributes().forEach((name, value) -> labels.put("labcast_a_" + name, value));
        return labels;
    }
}
