package org.labcast.services.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Link;
import org.labcast.services.contract.Style;
import org.labcast.services.contract.Style.OfConnector;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Style.OfRole;
import org.labcast.services.contract.StyleTable;

/** Looks at who is attached to whom: that both exist, and that the styles of port, connector and role go together (C1). */
final class Attachments {
    private final Catalogue catalogue;
    private final Findings findings;
    private final StyleTable table;
    private final Map<String, Link> taken = new HashMap<>();

    Attachments(Catalogue catalogue, StyleTable table, Findings findings) {
        this.catalogue = catalogue;
        this.table = table;
        this.findings = findings;
    }

    /** Those whose two ends exist. */
    List<Joint> look() {
        List<Joint> joints = new ArrayList<>();
        catalogue.links().forEach(link -> joint(link).ifPresent(joints::add));
        joints.forEach(this::look);
        return joints;
    }

    private Optional<Joint> joint(Link link) {
        Optional<End> port = End.find(link.from(), ElementKind.PORT, catalogue.components(), findings);
        Optional<End> role = End.find(link.to(), ElementKind.ROLE, catalogue.connectors(), findings);
        return port.flatMap(from -> role.map(to -> new Joint(link, from, to)));
    }

    private void look(Joint joint) {
        Link link = joint.link();
        Link before = taken.putIfAbsent(link.to().text(), link);
        if (before != null) {
            findings.error(
                    link.to().at(),
                    "'" + link.to() + "' is attached already, to '" + before.from() + "' at "
                            + before.from().at() + ".");
        }
        joint.ofPort()
                .ifPresent(port -> joint.ofConnector()
                        .ifPresent(connector -> joint.ofRole().ifPresent(role -> fits(joint, port, connector, role))));
    }

    private void fits(Joint joint, OfPort port, OfConnector connector, OfRole role) {
        Set<OfPort> allowed = table.ports(connector, role);
        if (!allowed.contains(port)) {
            List<String> words = allowed.stream().map(Style::word).sorted().toList();
            Link link = joint.link();
            findings.error(
                    link.from().at(),
                    "'" + link.from() + "' does not fit '" + link.to() + "': the " + role.word() + " role of a "
                            + connector.word() + " connector at "
                            + joint.role().part().at() + " goes with " + String.join(" or ", words)
                            + ", and the port at " + joint.port().part().at() + " is " + port.word() + ".");
        }
    }
}
