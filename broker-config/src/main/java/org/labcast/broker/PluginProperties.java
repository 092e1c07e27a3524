package org.labcast.broker;

import java.util.Map;
import java.util.Objects;

/** What {@code broker.xml} gives a plugin. */
final class PluginProperties {
    private PluginProperties() {}

    /** @throws NullPointerException when it is missing; the broker does not start then */
    static String required(Map<String, String> properties, String name) {
        return Objects.requireNonNull(properties.get(name), () -> "the property '" + name + "' of the plugin");
    }
}
