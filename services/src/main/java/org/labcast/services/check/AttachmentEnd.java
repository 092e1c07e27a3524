package org.labcast.services.check;

import java.util.Map;
import java.util.Optional;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Name;
import org.labcast.services.acme.Node;

/** What {@code component.port} or {@code connector.role} names. */
record AttachmentEnd(TypedNode owner, TypedNode part) {
    /** Empty, with an error where the name is written, when there is no such thing. */
    static Optional<AttachmentEnd> find(Name name, ElementKind part, Map<String, Node> owners, Findings findings) {
        String kind = part == ElementKind.PORT ? "component" : "connector";
        String[] names = name.text().split("\\.", 2);
        Node owner = owners.get(names[0]);
        if (names.length < 2) {
            findings.error(
                    name.at(),
                    "'" + name + "' names no " + part.shown() + "; write " + kind + "." + part.shown() + ".");
            return Optional.empty();
        }
        if (owner == null) {
            findings.error(
                    name.at(),
                    "There is no " + kind + " '" + names[0] + "'"
                            + findings.suggestion(
                                    names[0],
                                    owners.keySet(),
                                    "; if another file declares it, name that file with --with."));
            return Optional.empty();
        }
        TypedNode node = new TypedNode(owner, findings);
        return node.child(part, names[1], name.at()).map(found -> new AttachmentEnd(node, found));
    }

    /** {@code component.port} or {@code connector.role}. */
    String name() {
        return owner.name() + "." + part.name();
    }
}
