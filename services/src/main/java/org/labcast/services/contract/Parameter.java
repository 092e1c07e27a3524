package org.labcast.services.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of a service port. */
public record Parameter(String name, ValueType type) {
    List<String> checked(@Nullable List<String> given) {
        List<String> values = given == null && type.many() ? List.of() : given;
        if (values == null || (!type.many() && values.size() != 1)) {
            throw new ContractException(
                    "'" + name + "' needs " + (values == null ? "a value" : "one value and has " + values.size()));
        }
        values.forEach(this::check);
        return List.copyOf(values);
    }

    private void check(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new ContractException("'" + name + "' holds a NUL, which no program can be given");
        }
        try {
            type.check(value);
        } catch (ContractException e) {
            throw new ContractException("'" + name + "': " + e.getMessage());
        }
    }
}
