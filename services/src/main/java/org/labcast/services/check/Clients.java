package org.labcast.services.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.ClientPort;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfPort;

/** Reads what uses services, and finds the service at the other end of each attachment. */
final class Clients {
    private final Catalogue catalogue;
    private final List<ResolvedAttachment> attachments;
    private final Map<String, List<ResolvedAttachment>> byPort;
    private final Map<String, List<ResolvedAttachment>> byConnector;
    private final Map<String, ServicePort> services;
    private final Findings findings;

    Clients(
            Catalogue catalogue,
            List<ResolvedAttachment> attachments,
            Map<String, ServicePort> services,
            Findings findings) {
        this.catalogue = catalogue;
        this.attachments = attachments;
        this.byPort = attachments.stream()
                .collect(Collectors.groupingBy(attachment -> attachment.port().name()));
        this.byConnector = attachments.stream()
                .collect(Collectors.groupingBy(
                        attachment -> attachment.role().owner().name()));
        this.services = services;
        this.findings = findings;
    }

    /** The application that a component is; empty when none of its ports calls. */
    Optional<ClientApplication> read(TypedNode component) {
        List<ClientPort> ports = component.node().children(ElementKind.PORT).stream()
                .map(port -> new TypedNode(port, findings))
                .filter(port -> port.quiet()
                        .style(Vocabulary.PORT_TYPE, OfPort.values())
                        .filter(OfPort.CALLER::equals)
                        .isPresent())
                .map(port -> port(component, port))
                .toList();
        return ports.isEmpty()
                ? Optional.empty()
                : Optional.of(new ClientApplication(
                        component.name(),
                        component.text(Vocabulary.GUI_CODE_FILE),
                        component.truth(Vocabulary.PART_OF_CLIENT),
                        component.truth(Vocabulary.SHARED_GUI),
                        ports));
    }

    private ClientPort port(TypedNode component, TypedNode port) {
        String fullName = component.name() + "." + port.name();
        List<ResolvedAttachment> others = byPort.getOrDefault(fullName, List.of()).stream()
                .flatMap(attachment -> byConnector
                        .getOrDefault(attachment.role().owner().name(), List.of())
                        .stream()
                        .filter(attachment::across))
                .filter(attachment -> !attachment.is(OfPort.CALLER))
                .limit(2)
                .toList();
        if (others.size() > 1) {
            findings.warning(
                    port.at(),
                    "The port '" + port.name() + "' is attached to '"
                            + others.get(0).port().name() + "' and to '"
                            + others.get(1).port().name() + "'; the first is used.");
        } else if (others.isEmpty() && allEndsExist()) {
            findings.warning(
                    port.at(), "The port '" + port.name() + "' is attached to no service, so it calls nothing.");
        }
        Optional<ResolvedAttachment> other = others.stream().findFirst();
        other.ifPresent(attachment -> sameInterface(fullName, port, attachment));
        return new ClientPort(
                component.name(),
                port.name(),
                port.text(Vocabulary.INTERFACE).orElse(""),
                port.truth(Vocabulary.SHARED_GUI),
                other.map(attachment -> services.get(attachment.port().name())));
    }

    /** An attachment with an end that does not exist has been reported; it may have been meant for any port. */
    private boolean allEndsExist() {
        return attachments.size() == catalogue.links().size();
    }

    private void sameInterface(String fullName, TypedNode port, ResolvedAttachment other) {
        Optional<String> offered = Optional.ofNullable(services.get(other.port().name()))
                .map(ServicePort::contract)
                .or(() -> other.port().part().quiet().text(Vocabulary.INTERFACE));
        Optional<String> asked = port.text(Vocabulary.INTERFACE);
        if (offered.isPresent() && asked.isPresent() && !asked.equals(offered)) {
            findings.error(
                    port.at(Vocabulary.INTERFACE),
                    "'" + fullName + "' asks for the interface '" + asked.get() + "', and '"
                            + other.port().name()
                            + "', to which it is attached, offers '" + offered.get() + "' at "
                            + other.port().part().at(Vocabulary.INTERFACE) + ".");
        }
    }
}
