package org.labcast.services.acme;

import java.util.List;
import java.util.Optional;

/** What values a property may have. */
public sealed interface TypeExpression {
    /** A simple type such as {@code int}, or one that was named before. */
    record Named(Name name) implements TypeExpression {}

    /** {@code Set {T}}; of anything without an element type. */
    record SetOf(Optional<TypeExpression> element) implements TypeExpression {}

    /** {@code Sequence <T>}; of anything without an element type. */
    record SequenceOf(Optional<TypeExpression> element) implements TypeExpression {}

    /** {@code Record [a : T; b : U;]}. */
    record RecordOf(List<Property> fields) implements TypeExpression {
        public RecordOf {
            fields = List.copyOf(fields);
        }
    }

    /** {@code Enum {a, b}}. */
    record EnumOf(List<Name> names) implements TypeExpression {
        public EnumOf {
            names = List.copyOf(names);
        }
    }
}
