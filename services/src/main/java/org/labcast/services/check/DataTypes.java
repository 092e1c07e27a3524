package org.labcast.services.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.labcast.services.acme.Body;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.Name;
import org.labcast.services.acme.Property;
import org.labcast.services.acme.PropertyType;
import org.labcast.services.acme.TypeExpression;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.DataType;
import org.labcast.services.contract.DataType.Scalar;

/** What the names of property types mean to a tool's JSON; wherever in the files they are declared. */
final class DataTypes {
    private static final Map<String, Scalar> SIMPLE = Map.of(
            "string", Scalar.STRING,
            "int", Scalar.INT,
            "integer", Scalar.INT,
            "long", Scalar.LONG,
            "float", Scalar.DOUBLE,
            "double", Scalar.DOUBLE,
            "boolean", Scalar.BOOLEAN);

    /** Deeper and larger types are none that a program could use. */
    private static final int DEEPEST = 100;

    private static final int MOST_FIELDS = 10_000;

    private final Map<String, PropertyType> declared = new HashMap<>();
    /** Those that are being resolved, to tell a type that holds itself. */
    private final Set<String> open = new LinkedHashSet<>();

    private final Map<String, Resolved> resolved = new HashMap<>();
    /** Of the type that is being resolved, and of what it holds; each time it holds it. */
    private int fields;

    private record Resolved(DataType type, int fields) {}

    DataTypes(List<Document> documents) {
        documents.forEach(document -> gather(document.body()));
    }

    private void gather(Body body) {
        body.propertyTypes().forEach(type -> declared.putIfAbsent(type.name().text(), type));
        body.nodes().forEach(node -> gather(node.body()));
    }

    /** @throws ContractException when the name means nothing that JSON could hold */
    DataType named(String name) {
        Scalar simple = SIMPLE.get(name.toLowerCase(Locale.ROOT));
        if (simple != null) {
            return simple;
        }
        if (open.isEmpty()) {
            fields = 0;
        }
        Resolved known = resolved.get(name);
        if (known != null) {
            count(known.fields());
            return known.type();
        }
        int before = fields;
        DataType type = declared(name);
        resolved.put(name, new Resolved(type, fields - before));
        return type;
    }

    private void count(int more) {
        fields += more;
        if (fields > MOST_FIELDS) {
            throw new ContractException("a type holds more than " + MOST_FIELDS + " fields");
        }
    }

    private DataType declared(String name) {
        PropertyType type = declared.get(name);
        if (type == null) {
            Set<String> known = new TreeSet<>(declared.keySet());
            known.addAll(SIMPLE.keySet());
            String near = Findings.near(name, known);
            throw new ContractException("there is no type '" + name + "'"
                    + (near.isEmpty() ? "; declare it with 'Property Type " + name + " = Record […];'" : near));
        }
        if (open.size() >= DEEPEST) {
            throw new ContractException(
                    "the type '" + name + "' at " + type.name().at() + " is more than " + DEEPEST + " types deep");
        }
        if (!open.add(name)) {
            throw new ContractException(
                    "the type '" + name + "' at " + type.name().at() + " holds itself");
        }
        try {
            return type.definition()
                    .map(definition -> type(type.name(), definition))
                    .orElseThrow(() -> new ContractException("the type '" + name + "' at "
                            + type.name().at() + " is declared, and not said what it is"));
        } finally {
            open.remove(name);
        }
    }

    private DataType type(Name owner, TypeExpression written) {
        if (written instanceof TypeExpression.Named named) {
            return named(named.name().text());
        }
        if (written instanceof TypeExpression.SetOf set && set.element().isPresent()) {
            return new DataType.ListOf(type(owner, set.element().get()));
        }
        if (written instanceof TypeExpression.SequenceOf sequence
                && sequence.element().isPresent()) {
            return new DataType.ListOf(type(owner, sequence.element().get()));
        }
        if (written instanceof TypeExpression.EnumOf words && !words.names().isEmpty()) {
            return new DataType.OneOf(words.names().stream().map(Name::text).toList());
        }
        if (written instanceof TypeExpression.RecordOf fields
                && !fields.fields().isEmpty()) {
            return new DataType.RecordType(
                    owner.text(), fields.fields().stream().map(this::field).toList());
        }
        throw new ContractException("the type '" + owner + "' at " + owner.at() + " does not say what it holds");
    }

    private DataType.Field field(Property field) {
        count(1);
        TypeExpression type = field.type()
                .orElseThrow(() -> new ContractException(
                        "the field '" + field.name() + "' at " + field.name().at() + " has no type"));
        if (type instanceof TypeExpression.RecordOf) {
            throw new ContractException("the record of the field '" + field.name() + "' at "
                    + field.name().at() + " has no name; declare it with a Property Type of its own");
        }
        return new DataType.Field(field.name().text(), type(field.name(), type));
    }
}
