package org.labcast.services.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labcast.services.contract.DataType;
import org.labcast.services.contract.Parameter;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.Signature;
import org.labcast.services.contract.ValueType;

/** JSON Schema (2020-12) of what goes into a call and comes out of it. */
final class JsonSchema {
    private JsonSchema() {}

    static Map<String, Object> of(Signature signature) {
        Map<String, Object> properties = new LinkedHashMap<>();
        signature.parameters().forEach(parameter -> properties.put(parameter.name(), of(parameter.type())));
        List<String> required = signature.parameters().stream()
                .filter(parameter -> !parameter.type().many())
                .map(Parameter::name)
                .toList();
        return object(properties, required, false);
    }

    private static Map<String, Object> of(ValueType type) {
        if (type instanceof ValueType.OneOf oneOf) {
            return oneOf(oneOf.words());
        }
        return switch ((ValueType.Simple) type) {
            case STRING -> text();
            case STRINGS -> array(text());
            case INT -> whole("int32", Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole("int64", Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> map("type", "number", "format", "double");
            case BOOLEAN -> map("type", "boolean");
        };
    }

    /** Of what a call gives back. */
    static Map<String, Object> of(ReturnType type) {
        return switch (type.decoder()) {
            case NOTHING -> map("type", "null");
            case TEXT, STREAM -> map("type", "string");
            case LINES -> array(map("type", "string"));
            case EXIT_CODE -> whole("int32", 0, 255);
            case JSON -> type.data().map(JsonSchema::of).orElse(Map.of());
        };
    }

    /** Unlike the parameters, what a tool prints may hold more fields than are declared. */
    private static Map<String, Object> of(DataType type) {
        if (type instanceof DataType.OneOf oneOf) {
            return oneOf(oneOf.words());
        } else if (type instanceof DataType.ListOf list) {
            return array(of(list.element()));
        } else if (type instanceof DataType.RecordType record) {
            Map<String, Object> properties = new LinkedHashMap<>();
            record.fields().forEach(field -> properties.put(field.name(), of(field.type())));
            Map<String, Object> object = map("title", record.name());
            object.putAll(object(properties, List.copyOf(properties.keySet()), true));
            return object;
        }
        return switch ((DataType.Scalar) type) {
            case STRING -> map("type", "string");
            case INT -> whole("int32", Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> whole("int64", Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> map("type", "number", "format", "double");
            case BOOLEAN -> map("type", "boolean");
        };
    }

    static Map<String, Object> object(Map<String, Object> properties, List<String> required, boolean open) {
        return map("type", "object", "properties", properties, "required", required, "additionalProperties", open);
    }

    /** No program can be given a NUL. */
    private static Map<String, Object> text() {
        return map("type", "string", "pattern", "^[^\\u0000]*$");
    }

    private static Map<String, Object> oneOf(List<String> words) {
        return map("type", "string", "enum", words);
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return map("type", "array", "items", items);
    }

    private static Map<String, Object> whole(String format, long least, long most) {
        return map("type", "integer", "format", format, "minimum", least, "maximum", most);
    }

    /** In this order. */
    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
