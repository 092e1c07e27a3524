package org.labcast.services.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Node;
import org.labcast.services.acme.Property;
import org.labcast.services.acme.Value;

/** Looks at the names of properties and ports: twice there, unknown, or spelt in another case. */
final class Spellings {
    private final Findings findings;

    Spellings(Findings findings) {
        this.findings = findings;
    }

    void look(Node node) {
        Map<String, Property> seen = new HashMap<>();
        for (Property property : node.body().properties()) {
            Property before = seen.putIfAbsent(property.name().text().toLowerCase(java.util.Locale.ROOT), property);
            if (before != null) {
                findings.error(
                        property.name().at(),
                        "'" + property.name() + "' is there twice, first at "
                                + before.name().at() + ".");
            }
            look(node.kind(), property);
        }
        twice(node.children(ElementKind.PORT));
        twice(node.children(ElementKind.ROLE));
        node.children(ElementKind.PORT).forEach(this::look);
        node.children(ElementKind.ROLE).forEach(this::look);
    }

    private void look(ElementKind kind, Property property) {
        String name = property.name().text();
        Optional<String> proper = Vocabulary.proper(kind, name);
        if (proper.isEmpty()) {
            String near = Findings.near(name, Vocabulary.of(kind));
            String message = "'" + name + "' is no property of a " + kind.shown() + " that Labcast knows";
            if (near.isEmpty()) {
                findings.warning(property.name().at(), message + ", and has no effect.");
            } else {
                findings.error(property.name().at(), message + near);
            }
        } else if (!proper.get().equals(name)) {
            findings.note(property.name().at(), "'" + name + "' is read as '" + proper.get() + "'.");
        } else if (property.value().filter(Spellings::blank).isPresent()) {
            findings.note(property.name().at(), "'" + name + "' is empty, and read as if it was not there.");
        }
    }

    private static boolean blank(Value value) {
        return value instanceof Value.Text text && text.text().isBlank();
    }

    private void twice(List<Node> nodes) {
        Map<String, Node> seen = new HashMap<>();
        for (Node node : nodes) {
            Node before = seen.putIfAbsent(node.name().text(), node);
            if (before != null) {
                findings.error(
                        node.name().at(),
                        "There is a " + node.kind().shown() + " '" + node.name() + "' already, at "
                                + before.name().at() + ".");
            }
        }
    }
}
