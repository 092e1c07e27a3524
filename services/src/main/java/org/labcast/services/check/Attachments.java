package org.labcast.services.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Link;
import org.labcast.services.acme.Name;
import org.labcast.services.acme.Node;
import org.labcast.services.contract.Style;
import org.labcast.services.contract.Style.OfComponent;
import org.labcast.services.contract.Style.OfConnector;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Style.OfRole;
import org.labcast.services.contract.StyleTable;

/** Looks at who is attached to whom: that both exist, and that their styles go together (C1). */
final class Attachments {
    private final Catalogue catalogue;
    private final Findings findings;
    private final Map<String, Link> taken = new HashMap<>();

    Attachments(Catalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void look() {
        catalogue.links().forEach(this::look);
    }

    private void look(Link link) {
        Optional<End> port = end(link.from(), ElementKind.COMPONENT, ElementKind.PORT);
        Optional<End> role = end(link.to(), ElementKind.CONNECTOR, ElementKind.ROLE);
        if (port.isEmpty() || role.isEmpty()) {
            return;
        }
        Link before = taken.putIfAbsent(link.to().text(), link);
        if (before != null) {
            findings.error(
                    link.to().at(),
                    "'" + link.to() + "' is attached already, to '" + before.from() + "' at "
                            + before.from().at() + ".");
        }
        styles(link, port.get(), role.get());
    }

    /** Both names of {@code component.port}. */
    private record End(Element owner, Element part) {}

    private Optional<End> end(Name name, ElementKind kind, ElementKind part) {
        String[] names = name.text().split("\\.", 2);
        Map<String, Node> owners = kind == ElementKind.COMPONENT ? catalogue.components() : catalogue.connectors();
        Node owner = owners.get(names[0]);
        if (names.length < 2) {
            findings.error(
                    name.at(),
                    "'" + name + "' names no " + part.shown() + "; write " + kind.shown() + "." + part.shown() + ".");
            return Optional.empty();
        }
        if (owner == null) {
            findings.error(
                    name.at(),
                    "There is no " + kind.shown() + " '" + names[0] + "'"
                            + Findings.near(
                                    names[0],
                                    owners.keySet(),
                                    "; if another file declares it, name that file with --with."));
            return Optional.empty();
        }
        List<Node> parts = owner.children(part);
        Optional<Node> found =
                parts.stream().filter(one -> one.name().text().equals(names[1])).findFirst();
        if (found.isEmpty()) {
            List<String> known = parts.stream().map(one -> one.name().text()).toList();
            findings.error(
                    name.at(),
                    "The " + kind.shown() + " '" + names[0] + "' has no " + part.shown() + " '" + names[1] + "'"
                            + Findings.near(names[1], known, "."));
        }
        return found.map(node -> new End(new Element(owner, findings), new Element(node, findings)));
    }

    private void styles(Link link, End port, End role) {
        // What names no style has been reported where it stands; here such an attachment is passed over.
        Findings quiet = new Findings(false);
        Optional<OfPort> ofPort = quietly(port.part(), quiet).style(Vocabulary.PORT_TYPE, OfPort.values());
        Optional<OfComponent> ofComponent =
                quietly(port.owner(), quiet).style(Vocabulary.COMPONENT_TYPE, OfComponent.values());
        Optional<OfConnector> ofConnector =
                quietly(role.owner(), quiet).style(Vocabulary.CONNECTOR_TYPE, OfConnector.values());
        Optional<OfRole> ofRole = quietly(role.part(), quiet).style(Vocabulary.PROP_TYPE, OfRole.values());
        if (ofPort.isPresent() && ofComponent.isPresent()) {
            fits(
                    link,
                    StyleTable.components(ofPort.get()),
                    ofComponent.get(),
                    "the " + ofPort.get().word() + " port at " + port.part().at(),
                    "the component '" + port.owner().name() + "' at "
                            + port.owner().at());
        }
        if (ofPort.isPresent() && ofConnector.isPresent() && ofRole.isPresent()) {
            fits(
                    link,
                    StyleTable.ports(ofConnector.get(), ofRole.get()),
                    ofPort.get(),
                    "the " + ofRole.get().word() + " role of a "
                            + ofConnector.get().word() + " connector at "
                            + role.part().at(),
                    "the port at " + port.part().at());
        }
    }

    private static Element quietly(Element element, Findings quiet) {
        return new Element(element.node(), quiet);
    }

    private void fits(Link link, Set<? extends Style> allowed, Style style, String one, String other) {
        if (!allowed.contains(style)) {
            List<String> words = allowed.stream().map(Style::word).sorted().toList();
            findings.error(
                    link.from().at(),
                    "'" + link.from() + "' does not fit '" + link.to() + "': " + one + " goes with "
                            + String.join(" or ", words) + ", and " + other + " is " + style.word() + ".");
        }
    }
}
