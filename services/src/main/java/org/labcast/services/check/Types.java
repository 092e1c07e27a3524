package org.labcast.services.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.labcast.services.acme.Body;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Name;
import org.labcast.services.acme.Node;

/** The types that families and systems declare, and what a thing has of them. */
final class Types {
    /** Deeper families are no design that anybody made. */
    private static final int DEEPEST = 100;

    /** Families that hold each other several times grow without end. */
    private static final int MOST_COMPLETED = 50_000;

    private final Map<String, Node> known = new LinkedHashMap<>();
    private final Findings findings;
    private final boolean imports;
    /** Unknown types that have been named once. */
    private final Set<String> imported = new HashSet<>();

    private int completed;

    Types(List<Document> documents, Findings findings) {
        this.findings = findings;
        this.imports =
                documents.stream().anyMatch(document -> !document.imports().isEmpty());
        documents.forEach(document -> gather(document.body().nodes()));
    }

    private void gather(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node.kind()) {
                case FAMILY, SYSTEM -> {
                    known.putIfAbsent(node.name().text(), node);
                    gather(node.body().nodes());
                }
                default -> {
                    if (node.type()) {
                        known.putIfAbsent(node.name().text(), node);
                    }
                }
            }
        }
    }

    /** The thing with everything that its types, and the types that those extend, give it; its own comes first. */
    Node complete(Node node) {
        completed++;
        return complete(node, new HashSet<>(), 0);
    }

    private Node complete(Node node, Set<String> seen, int depth) {
        Body body = node.body();
        if (depth > DEEPEST) {
            findings.error(node.name().at(), "Types extend each other more than " + DEEPEST + " deep.");
            return node;
        }
        for (Name name :
                Stream.concat(node.types().stream(), node.parents().stream()).toList()) {
            String plain = name.text().substring(name.text().lastIndexOf('.') + 1);
            Node type = known.get(plain);
            if (type == null) {
                unknown(name, plain);
            } else if (seen.add(plain)) {
                body = joined(body, complete(type, seen, depth + 1).body());
            }
        }
        return new Node(node.kind(), node.type(), node.name(), node.types(), node.parents(), parts(node, body));
    }

    /** The same with ports and roles that are complete, too; what they hold themselves has no meaning. */
    private Body parts(Node whole, Body body) {
        if (whole.kind() == ElementKind.PORT || whole.kind() == ElementKind.ROLE) {
            return body;
        }
        List<Node> nodes = body.nodes().stream()
                .map(node -> isPart(node) ? complete(node) : node)
                .toList();
        return new Body(
                nodes,
                body.properties(),
                body.propertyTypes(),
                body.links(),
                body.bindings(),
                body.rules(),
                body.members());
    }

    private static boolean isPart(Node node) {
        return !node.type() && (node.kind() == ElementKind.PORT || node.kind() == ElementKind.ROLE);
    }

    /** Whether so much has been completed that no design can mean it. */
    boolean isTooMuch() {
        return completed > MOST_COMPLETED;
    }

    private void unknown(Name name, String plain) {
        if (imports) {
            if (imported.add(plain)) {
                findings.note(name.at(), "The type '" + name + "' is not declared here; imports are not read.");
            }
        } else {
            findings.error(
                    name.at(), "There is no type '" + name + "'" + findings.suggestion(plain, known.keySet(), "."));
        }
    }

    /** The thing with the properties that another has and it has not, except some. */
    static Node joined(Node own, Node other, List<String> without) {
        Body offered = new Body(
                List.of(),
                other.body().properties().stream()
                        .filter(property -> without.stream()
                                .noneMatch(name ->
                                        name.equalsIgnoreCase(property.name().text())))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Node(own.kind(), own.type(), own.name(), own.types(), own.parents(), joined(own.body(), offered));
    }

    private static Body joined(Body own, Body inherited) {
        return new Body(
                joined(own.nodes(), inherited.nodes(), node -> node.kind() + " " + node.name(), Types::joined),
                joined(
                        own.properties(),
                        inherited.properties(),
                        property -> property.name().text().toLowerCase(Locale.ROOT),
                        (one, other) -> one),
                own.propertyTypes(),
                own.links(),
                own.bindings(),
                own.rules(),
                own.members());
    }

    /** A port or role that the type has, too, says only what is different. */
    private static Node joined(Node own, Node inherited) {
        return isPart(own)
                ? new Node(
                        own.kind(),
                        own.type(),
                        own.name(),
                        own.types().isEmpty() ? inherited.types() : own.types(),
                        own.parents(),
                        joined(own.body(), inherited.body()))
                : own;
    }

    private static <T> List<T> joined(
            List<T> own, List<T> inherited, Function<T, String> key, BinaryOperator<T> joining) {
        Map<String, T> others = new LinkedHashMap<>();
        inherited.forEach(one -> others.putIfAbsent(key.apply(one), one));
        List<T> joined = new ArrayList<>();
        for (T one : own) {
            T other = others.remove(key.apply(one));
            joined.add(other == null ? one : joining.apply(one, other));
        }
        joined.addAll(others.values());
        return joined;
    }
}
