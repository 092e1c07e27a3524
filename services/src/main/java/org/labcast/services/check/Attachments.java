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
    List<ResolvedAttachment> look() {
        List<ResolvedAttachment> attachments = new ArrayList<>();
        catalogue.links().forEach(link -> attachment(link).ifPresent(attachments::add));
        attachments.forEach(this::look);
        return attachments;
    }

    private Optional<ResolvedAttachment> attachment(Link link) {
        Optional<AttachmentEnd> port =
                AttachmentEnd.find(link.from(), ElementKind.PORT, catalogue.components(), findings);
        Optional<AttachmentEnd> role =
                AttachmentEnd.find(link.to(), ElementKind.ROLE, catalogue.connectors(), findings);
        return port.flatMap(from -> role.map(to -> new ResolvedAttachment(link, from, to)));
    }

    private void look(ResolvedAttachment attachment) {
        Link link = attachment.link();
        Link before = taken.putIfAbsent(link.to().text(), link);
        if (before != null) {
            findings.error(
                    link.to().at(),
                    "'" + link.to() + "' is attached already, to '" + before.from() + "' at "
                            + before.from().at() + ".");
        }
        attachment
                .ofPort()
                .ifPresent(port -> attachment
                        .ofConnector()
                        .ifPresent(connector ->
                                attachment.ofRole().ifPresent(role -> fits(attachment, port, connector, role))));
    }

    private void fits(ResolvedAttachment attachment, OfPort port, OfConnector connector, OfRole role) {
        Set<OfPort> allowed = table.ports(connector, role);
        if (!allowed.contains(port)) {
            List<String> words = allowed.stream().map(Style::word).sorted().toList();
            Link link = attachment.link();
            findings.error(
                    link.from().at(),
                    "'" + link.from() + "' does not fit '" + link.to() + "': the " + role.word() + " role of a "
                            + connector.word() + " connector at "
                            + attachment.role().part().at() + " goes with " + String.join(" or ", words)
                            + ", and the port at " + attachment.port().part().at() + " is " + port.word() + ".");
        }
    }
}
