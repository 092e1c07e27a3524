package org.labcast.services.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.services.acme.Body;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Link;
import org.labcast.services.acme.Node;
import org.labcast.services.contract.ServicePort;

/**
 * The components, connectors and attachments that stand together, be it in some files or in one representation: at the top, in a
 * system, and, with a warning, in a component, as Fig. 5 of the 2004 paper has connectors and attachments.
 */
final class Catalogue {
    private static final int DEEPEST = 30;

    private final Findings findings;
    private final Types types;
    /** How many representations it stands in. */
    private final int depth;

    private final Map<String, Node> components = new LinkedHashMap<>();
    private final Map<String, Node> connectors = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Link> bindings = new ArrayList<>();

    Catalogue(Stream<Body> bodies, Types types, Findings findings) {
        this(bodies, types, findings, 0);
    }

    private Catalogue(Stream<Body> bodies, Types types, Findings findings, int depth) {
        this.findings = findings;
        this.types = types;
        this.depth = depth;
        bodies.forEach(body -> gather(body, depth));
    }

    private void gather(Body body, int deep) {
        if (deep > DEEPEST || types.isTooMuch()) {
            body.nodes().stream()
                    .limit(1)
                    .forEach(node -> findings.error(
                            node.name().at(),
                            "This stands in itself by its type, or in too much else; it is not read any further."));
            return;
        }
        for (Node node : body.nodes()) {
            if (node.type()) {
                continue;
            }
            switch (node.kind()) {
                case SYSTEM -> gather(types.complete(node).body(), deep + 1);
                case COMPONENT -> component(types.complete(node));
                case CONNECTOR -> add(connectors, types.complete(node));
                default -> {
                    // Families hold types; groups say nothing about who is attached to whom; what a representation
                    // holds stands apart.
                }
            }
        }
        links.addAll(body.links());
        bindings.addAll(body.bindings());
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

    /** Whether nothing here is about Labcast. */
    boolean foreign() {
        return described().isEmpty();
    }

    /** The components that are services or clients. */
    List<Node> described() {
        return components.values().stream()
                .filter(component -> !foreign(component))
                .toList();
    }

    private static boolean foreign(Node component) {
        return component.property(Vocabulary.COMPONENT_TYPE).isEmpty()
                && component.children(ElementKind.PORT).stream()
                        .allMatch(port -> port.property(Vocabulary.PORT_TYPE).isEmpty());
    }

    /** What a component's representations hold; empty when it has none that describes services. */
    Optional<Catalogue> inside(Node component) {
        List<Body> bodies = component.children(ElementKind.REPRESENTATION).stream()
                .map(Node::body)
                .toList();
        return bodies.isEmpty()
                ? Optional.empty()
                : Optional.of(new Catalogue(bodies.stream(), types, findings, depth + 1))
                        .filter(inside -> !inside.foreign());
    }

    /** What describes a port of one of the components. */
    Node node(ServicePort port) {
        return Objects.requireNonNull(components.get(port.component())).children(ElementKind.PORT).stream()
                .filter(node -> node.name().text().equals(port.name()))
                .findFirst()
                .orElseThrow();
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

    /** Of inner ports to outer ones. */
    List<Link> bindings() {
        return bindings;
    }
}
