package org.labcast.services.contract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The type of a value that a tool prints in JSON. */
public sealed interface DataType {
    /** In full, so that equal texts are equal types. */
    String written();

    /** A simple value; numbers as Java has them. */
    enum Scalar implements DataType {
        STRING,
        INT,
        LONG,
        DOUBLE,
        BOOLEAN;

        @Override
        public String written() {
            return this == STRING ? "String" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** One of several words, a JSON string. */
    record OneOf(List<String> words) implements DataType {
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public String written() {
            return "{" + String.join(", ", words) + "}";
        }
    }

    /** A JSON array. */
    record ListOf(DataType element) implements DataType {
        @Override
        public String written() {
            return element.written() + "[]";
        }
    }

    /** A JSON object with these fields, of a {@code Property Type} that the description declares. */
    record RecordType(String name, List<Field> fields) implements DataType {
        public RecordType {
            fields = List.copyOf(fields);
        }

        @Override
        public String written() {
            return fields.stream()
                    .map(field -> field.type().written() + " " + field.name())
                    .collect(Collectors.joining("; ", name + " [", "]"));
        }
    }

    /** A field of a record. */
    record Field(String name, DataType type) {}
}
