package org.labcast.services.acme;

import java.util.List;
import java.util.Optional;

/**
 * A property: a name with perhaps a type, a value and properties of its own ({@code << default = 1; >>}).
 *
 * @param type as written, blanks apart
 */
public record Property(Name name, Optional<TypeExpression> type, Optional<Value> value, List<Property> metadata) {
    public Property {
        metadata = List.copyOf(metadata);
    }
}
