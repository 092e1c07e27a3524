package org.labcast.services.contract;

import java.util.List;
import java.util.Map;

/**
 * A port that offers something: a call, or a stream.
 *
 * @param component that has it
 * @param tool what runs
 * @param terms under which it runs
 */
public record ServicePort(String component, Operation operation, Tool tool, Terms terms, PortMetadata metadata) {
    public String name() {
        return operation.name();
    }

    /** {@code component.port}, as a description refers to it. */
    public String fullName() {
        return component + "." + name();
    }

    /** The name of the interface that callers ask for. */
    public String contract() {
        return operation.contract();
    }

    public Style.OfPort style() {
        return operation.style();
    }

    public Signature signature() {
        return operation.signature();
    }

    public ReturnType returns() {
        return operation.returns();
    }

    /** See {@link Operation#spec()}. */
    public String spec() {
        return operation.spec();
    }

    /**
     * What one call runs. It reads nothing but the values, so that both sides of a call can ask.
     *
     * @param values of each parameter: one, or any number of a {@code String[]}
     * @throws ContractException when a value is missing, of another type, unknown or not allowed
     */
    public Invocation plan(Map<String, List<String>> values) {
        return tool.plan(signature().checked(values));
    }
}
