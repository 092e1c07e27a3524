package org.labcast.services.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.services.acme.Body;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Link;
import org.labcast.services.acme.Node;

/**
 * The components, connectors and attachments of some files, wherever they stand: at the top, in a system, and, with a warning, in a
 * component, as Fig. 5 of the 2004 paper has connectors and attachments.
 */
final class Catalogue {
    private final Findings findings;
    private final Types types;
    private final Map<String, Node> components = new LinkedHashMap<>();
    private final Map<String, Node> connectors = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();

    Catalogue(List<Document> documents, Types types, Findings findings) {
        this.findings = findings;
        this.types = types;
        documents.forEach(document -> gather(document.body()));
    }

    private void gather(Body body) {
        for (Node node : body.nodes()) {
            if (node.type()) {
                continue;
            }
            switch (node.kind()) {
                case SYSTEM -> gather(types.complete(node).body());
                case COMPONENT -> component(types.complete(node));
                case CONNECTOR -> add(connectors, types.complete(node));
                default -> {
                    // Families hold types; groups and representations say nothing about who is attached to whom.
                }
            }
        }
        links.addAll(body.links());
    }

    private void component(Node component) {
        add(components, component);
        for (Node inner : component.children(ElementKind.CONNECTOR)) {
            findings.warning(
                    inner.name().at(),
                    "The connector '" + inner.name() + "' stands inside the component '" + component.name()
                            + "'; it is read as if it stood beside it.");
            add(connectors, types.complete(inner));
        }
        component.body().links().stream()
                .findFirst()
                .ifPresent(link -> findings.warning(
                        link.from().at(),
                        "Attachments stand inside the component '" + component.name()
                                + "'; they are read as if they stood beside it."));
        links.addAll(component.body().links());
    }

    private void add(Map<String, Node> known, Node node) {
        Node before = known.putIfAbsent(node.name().text(), node);
        if (before != null && !before.name().at().equals(node.name().at())) {
            findings.error(
                    node.name().at(),
                    "There is a " + node.kind().shown() + " '" + node.name() + "' already, at "
                            + before.name().at() + ".");
        }
    }

    Map<String, Node> components() {
        return components;
    }

    Map<String, Node> connectors() {
        return connectors;
    }

    List<Link> links() {
        return links;
    }

    Optional<Node> find(String element) {
        return Stream.of(components.get(element), connectors.get(element))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
