package org.labcast.services.acme;

import java.math.BigDecimal;
import java.util.List;

/** What a property is set to. */
public sealed interface Value {
    /** Between quotes. */
    record Text(String text) implements Value {}

    record Numeral(BigDecimal number) implements Value {}

    record Truth(boolean value) implements Value {}

    /** A bare word: a name of an enumeration or of something described. */
    record Word(Name name) implements Value {}

    /** {@code {1, 2}}. */
    record Several(List<Value> values) implements Value {
        public Several {
            values = List.copyOf(values);
        }
    }

    /** {@code <1, 2>}. */
    record Sequence(List<Value> values) implements Value {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /** {@code [a = 1; b = 2;]}. */
    record Fields(List<Property> fields) implements Value {
        public Fields {
            fields = List.copyOf(fields);
        }
    }
}
