package org.labcast.services.generate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259), indented, in the order that they have. */
final class JsonText {
    private JsonText() {}

    static String of(Object value) {
        return write(value, "\n") + "\n";
    }

    private static String write(Object value, String line) {
        String inner = line + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? "{}"
                    : map.entrySet().stream()
                            .map(entry -> inner + text(String.valueOf(entry.getKey())) + ": "
                                    + write(entry.getValue(), inner))
                            .collect(Collectors.joining(",", "{", line + "}"));
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? "[]"
                    : list.stream()
                            .map(element -> inner + write(element, inner))
                            .collect(Collectors.joining(",", "[", line + "]"));
        }
        return value instanceof String text ? text(text) : String.valueOf(value);
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7f) {
                quoted.append((char) c);
            } else {
                quoted.append(String.format("\\u%04x", c));
            }
        });
        return quoted.append('"').toString();
    }
}
