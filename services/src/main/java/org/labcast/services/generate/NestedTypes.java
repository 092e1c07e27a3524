package org.labcast.services.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.services.contract.DataType;
import org.labcast.services.contract.DataType.RecordType;
import org.labcast.services.contract.ValueType;

/** The records and enumerations of one interface: equal descriptions are one type, others of the same name get another. */
final class NestedTypes {
    /** What a record cannot have as a component, the Java Language Specification 8.10.1. */
    private static final Set<String> NO_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");
    /** A method may have 255 parameters, a long or double being two (Java Virtual Machine Specification 4.3.3). */
    private static final int PARAMETERS = 120;
    /** An enumeration is made by one method, which may have 64 KiB of code. */
    private static final int WORDS = 1000;

    private final Set<String> reserved;
    private final NameScope scope;
    private final Map<RecordType, String> records = new LinkedHashMap<>();
    private final Map<Words, JavaEnum> enums = new LinkedHashMap<>();

    /** What makes an enumeration another one. */
    private record Words(String name, List<String> words) {}

    /** @param reserved names that mean something where the types are used */
    NestedTypes(Set<String> reserved) {
        this.reserved = reserved;
        this.scope = NameScope.ofTypes(reserved);
    }

    /** What a parameter is declared as. */
    String parameter(String name, ValueType type, boolean last) {
        if (type instanceof ValueType.OneOf oneOf) {
            return oneOf(name, oneOf.words()).written();
        }
        return type == ValueType.Simple.STRINGS && last ? "String..." : type.written();
    }

    /** @param name of what has the type, for a type that has none */
    JavaType data(String name, DataType type) {
        if (type instanceof DataType.OneOf oneOf) {
            return oneOf(name, oneOf.words());
        } else if (type instanceof DataType.ListOf list) {
            return new JavaType.ListOf(data(name, list.element()));
        } else if (type instanceof RecordType record) {
            return record(record);
        }
        return switch ((DataType.Scalar) type) {
            case STRING -> new JavaType.Simple("String", "String", "text");
            case INT -> new JavaType.Simple("int", "Integer", "intNumber");
            case LONG -> new JavaType.Simple("long", "Long", "longNumber");
            case DOUBLE -> new JavaType.Simple("double", "Double", "doubleNumber");
            case BOOLEAN -> new JavaType.Simple("boolean", "Boolean", "truth");
        };
    }

    private JavaType record(RecordType type) {
        if (!records.containsKey(type)) {
            few(type.fields().size(), "the record " + type.name());
            records.put(type, scope.take(JavaName.type(type.name())));
            type.fields().forEach(field -> data(field.name(), field.type()));
        }
        return new JavaType.Declared(Objects.requireNonNull(records.get(type)));
    }

    private JavaType oneOf(String name, List<String> words) {
        if (words.size() > WORDS) {
            throw new GenerationException("'" + name + "' is one of more than " + WORDS + " words");
        }
        JavaEnum named =
                enums.computeIfAbsent(new Words(name, words), key -> named(scope.take(JavaName.type(name)), words));
        return new JavaType.Declared(named.name());
    }

    private static JavaEnum named(String name, List<String> words) {
        NameScope constants = NameScope.of(Set.of());
        return new JavaEnum(
                name,
                words.stream()
                        .distinct()
                        .map(word -> new JavaEnum.Constant(constants.take(JavaName.constant(word)), word))
                        .toList());
    }

    static void few(int parameters, String what) {
        if (parameters > PARAMETERS) {
            throw new GenerationException(what + " has " + parameters + " parts; a program can have " + PARAMETERS);
        }
    }

    List<JavaEnum> enums() {
        return List.copyOf(enums.values());
    }

    /** To be asked when all types are known, since no component may have the name of a type. */
    List<JavaRecord> records() {
        Set<String> taken = Stream.of(NO_COMPONENTS, reserved, names())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        return records.entrySet().stream()
                .map(known -> named(known.getValue(), known.getKey(), NameScope.of(taken)))
                .toList();
    }

    private JavaRecord named(String name, RecordType type, NameScope components) {
        return new JavaRecord(
                name,
                type.fields().stream()
                        .map(field -> new JavaRecord.Component(
                                components.take(JavaName.variable(field.name())),
                                data(field.name(), field.type()),
                                field.name()))
                        .toList());
    }

    /** Of all types so far. */
    Set<String> names() {
        return Stream.concat(records.values().stream(), enums.values().stream().map(JavaEnum::name))
                .collect(Collectors.toUnmodifiableSet());
    }
}
