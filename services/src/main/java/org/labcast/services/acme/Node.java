package org.labcast.services.acme;

import java.util.List;
import java.util.Optional;

/**
 * A described thing, or a type of such things.
 *
 * @param type whether it is a type, {@code Component Type X}
 * @param types what it is declared to be ({@code c : T}) and made from ({@code new T}), each once
 * @param parents what a type or family extends
 */
public record Node(ElementKind kind, boolean type, Name name, List<Name> types, List<Name> parents, Body body) {
    public Node {
        types = List.copyOf(types);
        parents = List.copyOf(parents);
    }

    public List<Node> children(ElementKind wanted) {
        return body.nodes().stream()
                .filter(child -> child.kind == wanted && !child.type)
                .toList();
    }

    /** Its property of that name, whatever the case of its letters. */
    public Optional<Property> property(String wanted) {
        return body.properties().stream()
                .filter(property -> property.name().text().equalsIgnoreCase(wanted))
                .findFirst();
    }
}
