package org.labcast.services.client.typed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a call, each turned into the text that travels. */
public final class Arguments {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    public Arguments add(String name, String value) {
        values.put(name, List.of(value));
        return this;
    }

    public Arguments add(String name, int value) {
        return add(name, Integer.toString(value));
    }

    public Arguments add(String name, long value) {
        return add(name, Long.toString(value));
    }

    public Arguments add(String name, double value) {
        return add(name, Double.toString(value));
    }

    public Arguments add(String name, boolean value) {
        return add(name, Boolean.toString(value));
    }

    /** Any number of values, each one argument. */
    public Arguments add(String name, String[] all) {
        values.put(name, List.of(all));
        return this;
    }

    Map<String, List<String>> values() {
        return values;
    }
}
