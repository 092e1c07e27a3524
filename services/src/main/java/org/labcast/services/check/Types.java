package org.labcast.services.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.labcast.services.acme.Body;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.Name;
import org.labcast.services.acme.Node;
import org.labcast.services.acme.Property;

/** The types that families and systems declare, and what a thing has of them. */
final class Types {
    private final Map<String, Node> known = new LinkedHashMap<>();
    private final Findings findings;
    private final boolean imports;

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
        return complete(node, new HashSet<>());
    }

    private Node complete(Node node, Set<String> seen) {
        Body body = node.body();
        for (Name name :
                Stream.concat(node.types().stream(), node.parents().stream()).toList()) {
            String plain = name.text().replaceFirst(".*\\.", "");
            Node type = known.get(plain);
            if (type == null) {
                unknown(name, plain);
            } else if (seen.add(plain)) {
                body = joined(body, complete(type, seen).body());
            }
        }
        return new Node(node.kind(), node.type(), node.name(), node.types(), node.parents(), body);
    }

    private void unknown(Name name, String plain) {
        if (imports) {
            findings.note(name.at(), "The type '" + name + "' is not declared here; imports are not read.");
        } else {
            findings.error(name.at(), "There is no type '" + name + "'" + Findings.near(plain, known.keySet(), "."));
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
                joined(own.nodes(), inherited.nodes(), node -> node.kind() + " " + node.name()),
                joined(
                        own.properties(),
                        inherited.properties(),
                        (Property one) -> one.name().text().toLowerCase(java.util.Locale.ROOT)),
                own.propertyTypes(),
                own.links(),
                own.bindings(),
                own.rules(),
                own.members());
    }

    private static <T> List<T> joined(List<T> own, List<T> inherited, Function<T, String> key) {
        Set<String> names = new HashSet<>(own.stream().map(key).toList());
        List<T> joined = new ArrayList<>(own);
        inherited.stream().filter(one -> !names.contains(key.apply(one))).forEach(joined::add);
        return joined;
    }
}
