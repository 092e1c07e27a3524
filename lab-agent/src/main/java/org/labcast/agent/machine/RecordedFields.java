package org.labcast.agent.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.labcast.model.InvalidValueException;
import org.labcast.text.Printable;

/** The fields of given facts, each checked when it is taken; null counts as absent. */
record RecordedFields(Map<?, ?> facts) {
    private static final Set<String> KEYS = Set.of(
            "executables",
            "files",
            "directories",
            "packages",
            "units",
            "users",
            "groups",
            "user",
            "os",
            "packageManager",
            "sudo",
            "queries");

    RecordedFields {
        for (Object key : facts.keySet()) {
            if (!KEYS.contains(key)) {
                throw new InvalidValueException("unknown key '" + Printable.of(String.valueOf(key)) + "' in facts");
            }
        }
    }

    List<String> texts(String key) {
        Object value = facts.get(key);
        if (value != null && !(value instanceof List<?>)) {
            throw wrong(key, "a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (Object one : value instanceof List<?> list ? list : List.of()) {
            if (!(one instanceof String text)) {
                throw wrong(key, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    String text(String key) {
        Object value = facts.get(key);
        if (value != null && !(value instanceof String)) {
            throw wrong(key, "a text");
        }
        return value instanceof String text ? text : "";
    }

    boolean flag(String key, boolean absent) {
        Object value = facts.get(key);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(key, "true or false");
        }
        return value instanceof Boolean flag ? flag : absent;
    }

    Map<String, String> map(String key) {
        Object value = facts.get(key);
        if (value != null && !(value instanceof Map<?, ?>)) {
            throw wrong(key, "an object of texts");
        }
        Map<String, String> map = new TreeMap<>();
        (value instanceof Map<?, ?> given ? given : Map.of()).forEach((name, text) -> {
            if (!(text instanceof String printed)) {
                throw wrong(key, "an object of texts");
            }
            map.put(String.valueOf(name), printed);
        });
        return map;
    }

    private static InvalidValueException wrong(String key, String kind) {
        return new InvalidValueException("'" + key + "' in facts is not " + kind);
    }
}
