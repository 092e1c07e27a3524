package org.labcast.services.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.services.contract.Decoder;
import org.labcast.services.contract.Parameter;
import org.labcast.services.contract.ServicePort;

/**
 * Gives everything of one package its name in Java. Names of types are given first, since Java lets the name of a variable hide
 * that of a type.
 */
final class Naming {
    /** What generated sources mean by these names; a test looks that all are here. */
    static final Set<String> RESERVED = Set.of(
            ("Arguments AutoCloseable Binding Boolean Double Exception IllegalArgumentException Input Integer Json LineSource List "
                            + "LocalServices Log Long Lookup Override Page PageServer Panel Program PublisherLab RemotePort "
                            + "ServiceBus ServiceEntry ServiceException ServicePort ServiceStream Set Stream String System Table")
                    .split(" "));
    /** Names of variables and methods in generated code that are no type's. */
    private static final Set<String> VARIABLES =
            Set.of("app", "arguments", "binding", "bus", "json", "page", "results", "row", "values", "word");
    /** What every object has, and what an adapter has besides. */
    private static final Set<String> METHODS = Set.of(
            "clone", "close", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Set<String> names = new HashSet<>(RESERVED);
    private final NameScope types = NameScope.ofTypes(RESERVED);

    /** A name for a type of the package. */
    String type(String wanted) {
        String name = types.take(JavaName.type(wanted));
        names.add(name);
        return name;
    }

    /** A name for a type that must have just that name. */
    String exactly(String name) {
        if (!JavaName.isType(name) || !types.take(name).equals(name)) {
            throw new GenerationException("'" + name + "' cannot be the name of a class here; take another");
        }
        names.add(name);
        return name;
    }

    /** Names for variables that hide no type; to be asked when all types have theirs. */
    NameScope variables() {
        return NameScope.of(Stream.concat(names.stream(), VARIABLES.stream()).toList());
    }

    /**
     * The interfaces of some ports, in the order of their first ones.
     *
     * @throws GenerationException when two ports of one name are not the same
     */
    Map<String, List<ServicePort>> byContract(List<ServicePort> ports) {
        Map<String, Map<String, ServicePort>> grouped = new LinkedHashMap<>();
        for (ServicePort port : ports) {
            ServicePort before = grouped.computeIfAbsent(port.contract(), key -> new LinkedHashMap<>())
                    .putIfAbsent(port.name(), port);
            if (before != null && !before.spec().equals(port.spec())) {
                throw new GenerationException(before.fullName() + " and " + port.fullName() + " are both "
                        + port.contract() + "." + port.name() + ", and not the same; give one another Interface");
            }
        }
        Map<String, List<ServicePort>> lists = new LinkedHashMap<>();
        grouped.forEach((contract, named) -> lists.put(contract, List.copyOf(named.values())));
        return lists;
    }

    /**
     * @param name that was given to it; all other types of the package have theirs
     * @param ports all of that interface
     */
    JavaInterface named(String contract, String name, List<ServicePort> ports) {
        NestedTypes nested = new NestedTypes(Set.copyOf(names));
        List<Typed> typed = ports.stream().map(port -> Typed.of(port, nested)).toList();
        Set<String> hidden =
                Stream.concat(names.stream(), nested.names().stream()).collect(Collectors.toSet());
        NameScope methods = NameScope.of(METHODS);
        NameScope constants = NameScope.of(hidden);
        List<JavaMethod> all = new ArrayList<>();
        for (Typed one : typed) {
            String constant = constants.take(JavaName.constant(one.port().name()));
            all.add(one.method(methods.take(JavaName.variable(one.port().name())), constant));
        }
        hidden.addAll(VARIABLES);
        hidden.addAll(all.stream().map(JavaMethod::constant).toList());
        return new JavaInterface(
                contract,
                name,
                all.stream().map(method -> parameters(method, hidden)).toList(),
                nested.enums(),
                nested.records());
    }

    private static JavaMethod parameters(JavaMethod method, Set<String> hidden) {
        NameScope scope = NameScope.of(hidden);
        return method.with(method.parameters().stream()
                .map(one ->
                        one.named(scope.take(JavaName.variable(one.parameter().name()))))
                .toList());
    }

    /** A port whose types have names. */
    private record Typed(
            ServicePort port, List<JavaMethod.JavaParameter> parameters, String returns, Optional<JavaType> data) {
        static Typed of(ServicePort port, NestedTypes nested) {
            List<Parameter> all = port.signature().parameters();
            NestedTypes.few(all.size(), port.fullName());
            List<JavaMethod.JavaParameter> parameters = all.stream()
                    .map(one -> new JavaMethod.JavaParameter(
                            one,
                            one.name(),
                            nested.parameter(one.name(), one.type(), one.equals(all.get(all.size() - 1)))))
                    .toList();
            Optional<JavaType> data = port.returns().data().map(type -> nested.data(port.name(), type));
            return new Typed(port, parameters, returns(port.returns().decoder(), data), data);
        }

        private static String returns(Decoder decoder, Optional<JavaType> data) {
            return switch (decoder) {
                case NOTHING -> "void";
                case TEXT -> "String";
                case LINES -> "List<String>";
                case EXIT_CODE -> "int";
                case JSON -> data.map(JavaType::written).orElse("Json");
                case STREAM -> "ServiceStream";
            };
        }

        JavaMethod method(String name, String constant) {
            return new JavaMethod(port, name, constant, parameters, returns, data);
        }
    }
}
