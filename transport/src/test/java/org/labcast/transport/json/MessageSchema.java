package org.labcast.transport.json;

import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.result.Receipt;
import org.labcast.model.service.CallId;
import org.labcast.model.service.PortName;

/** The JSON Schema of messages, made from the records that the codec reads and writes. */
final class MessageSchema {
    private static final Set<Class<?>> TEXTS = Set.of(
            String.class,
            Realm.class,
            HostName.class,
            GroupName.class,
            PublisherName.class,
            OrderId.class,
            Fingerprint.class,
            Secret.class,
            HostSet.class,
            CallId.class,
            PortName.class);

    private final ObjectNode definitions = Codec.MAPPER.createObjectNode();
    private final Deque<Class<?>> undefined = new ArrayDeque<>();
    private final Set<String> seen = new TreeSet<>();

    private MessageSchema() {}

    /** Under {@code $defs}, a definition for each of the types and for all that they consist of. */
    static ObjectNode of(List<Class<?>> types) {
        MessageSchema schema = new MessageSchema();
        types.forEach(schema::reference);
        while (!schema.undefined.isEmpty()) {
            Class<?> next = schema.undefined.remove();
            schema.definitions.set(name(next), schema.define(next));
        }
        ObjectNode root = Codec.MAPPER.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Messages of Labcast");
        root.set("$defs", schema.definitions);
        return root;
    }

    /** Members of two families may have the same name. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
    }

    private ObjectNode reference(Class<?> type) {
        if (seen.add(name(type))) {
            undefined.add(type);
        }
        return Codec.MAPPER.createObjectNode().put("$ref", "#/$defs/" + name(type));
    }

    private ObjectNode define(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode names = Codec.MAPPER.createObjectNode();
            ArrayNode values = names.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                values.add(constant.toString());
            }
            return names;
        }
        return type.isRecord() ? record(type) : family(type);
    }

    private ObjectNode family(Class<?> type) {
        ObjectNode family = Codec.MAPPER.createObjectNode();
        ArrayNode members = family.putArray("oneOf");
        members(type).stream()
                .filter(NamedType::hasName)
                .map(NamedType::getType)
                .sorted(Comparator.comparing(MessageSchema::name))
                .forEach(member -> members.add(reference(member)));
        return family;
    }

    private static Collection<NamedType> members(Class<?> family) {
        var config = Codec.MAPPER.getSerializationConfig();
        return Codec.MAPPER
                .getSubtypeResolver()
                .collectAndResolveSubtypesByClass(
                        config, AnnotatedClassResolver.resolve(config, config.constructType(family), config));
    }

    private static Optional<String> typeName(Class<?> type) {
        if (type == Receipt.class) {
            return Optional.of(Codec.RECEIPT);
        }
        return List.of(type.getInterfaces()).stream()
                .flatMap(family -> members(family).stream())
                .filter(member -> member.getType() == type && member.hasName())
                .map(NamedType::getName)
                .findFirst();
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode object = Codec.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = object.putArray("required");
        typeName(type).ifPresent(name -> {
            properties.putObject("type").put("const", name);
            required.add("type");
        });
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), value(component.getGenericType()));
            if (!LaterFields.mayBeAbsent(type, component)) {
                required.add(component.getName());
            }
        }
        return object.put("additionalProperties", false);
    }

    private ObjectNode value(Type type) {
        ObjectNode value = Codec.MAPPER.createObjectNode();
        if (type instanceof ParameterizedType generic) {
            Type content = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == Optional.class) {
                value.putArray("anyOf").add(value(content)).addObject().put("type", "null");
            } else if (Map.class.isAssignableFrom((Class<?>) generic.getRawType())) {
                value.put("type", "object").set("additionalProperties", value(content));
            } else {
                value.put("type", "array").set("items", value(content));
            }
            return value;
        }
        if (type == Bytes.class) {
            return value.put("type", "string").put("contentEncoding", "base64");
        }
        if (type == Instant.class) {
            return value.put("type", "string").put("format", "date-time");
        }
        if (type == Duration.class) {
            return value.put("type", "string").put("format", "duration");
        }
        if (type == int.class || type == long.class) {
            return value.put("type", "integer");
        }
        if (type == boolean.class) {
            return value.put("type", "boolean");
        }
        if (type == Object.class) {
            // The values of facts.
            value.putArray("type").add("string").add("integer").add("boolean");
            return value;
        }
        return TEXTS.contains(type) ? value.put("type", "string") : reference((Class<?>) type);
    }
}
