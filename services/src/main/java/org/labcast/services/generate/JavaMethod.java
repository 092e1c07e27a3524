package org.labcast.services.generate;

import java.util.List;
import java.util.Optional;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.Parameter;
import org.labcast.services.contract.ServicePort;

/**
 * A method that calls a port or opens a stream.
 *
 * @param constant name of a constant for it
 * @param returns what it gives back, {@code void} for nothing
 * @param data how that is read, when it is of JSON and its type is declared
 */
record JavaMethod(
        ServicePort port,
        String name,
        String constant,
        List<JavaParameter> parameters,
        String returns,
        Optional<JavaType> data) {
    JavaMethod {
        parameters = List.copyOf(parameters);
    }

    /** @param type as it is declared: {@code String...} for a {@code String[]} that is the last */
    record JavaParameter(Parameter parameter, String name, String type) {
        JavaParameter named(String other) {
            return new JavaParameter(parameter, other, type);
        }

        String declared() {
            return type + " " + name;
        }
    }

    JavaMethod with(List<JavaParameter> others) {
        return new JavaMethod(port, name, constant, others, returns, data);
    }

    Decoder decoder() {
        return port.returns().decoder();
    }

    List<String> declared() {
        return parameters.stream().map(JavaParameter::declared).toList();
    }
}
