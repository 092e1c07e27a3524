package org.labcast.services.page;

import java.util.Iterator;
import java.util.Map;

/** Writes maps, collections, texts, numbers and truth values as JSON (RFC 8259). */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(Object value) {
        JsonWriter jsonWriter = new JsonWriter();
        jsonWriter.value(value);
        return jsonWriter.out.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Iterable<?> list) {
            array(list);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            text((String) entry.getKey());
            out.append(':');
            value(entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void array(Iterable<?> list) {
        out.append('[');
        for (Iterator<?> values = list.iterator(); values.hasNext(); ) {
            value(values.next());
            if (values.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    /** Half of a surrogate pair, which UTF-8 cannot hold, becomes an escape like control characters. */
    private void text(String text) {
        out.append('"');
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                out.append('\\').append((char) unit);
            } else if (unit < ' ' || Character.isSurrogate((char) unit)) {
                out.append("\\u%04x".formatted(unit));
            } else {
                out.append((char) unit);
            }
        });
        out.append('"');
    }
}
