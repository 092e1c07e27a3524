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
    private final List<Joint> joints;
    private final Map<String, List<Joint>> byPort;
    private final Map<String, List<Joint>> byConnector;
    private final Map<String, ServicePort> services;
    private final Findings findings;

    Clients(Catalogue catalogue, List<Joint> joints, Map<String, ServicePort> services, Findings findings) {
        this.catalogue = catalogue;
        this.joints = joints;
        this.byPort = joints.stream()
                .collect(Collectors.groupingBy(joint -> joint.port().name()));
        this.byConnector = joints.stream()
                .collect(Collectors.groupingBy(joint -> joint.role().owner().name()));
        this.services = services;
        this.findings = findings;
    }

    /** The application that a component is; empty when none of its ports calls. */
    Optional<ClientApplication> read(Element component) {
        List<ClientPort> ports = component.node().children(ElementKind.PORT).stream()
                .map(port -> new Element(port, findings))
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

    private ClientPort port(Element component, Element port) {
        String fullName = component.name() + "." + port.name();
        List<Joint> others = byPort.getOrDefault(fullName, List.of()).stream()
                .flatMap(joint -> byConnector.getOrDefault(joint.role().owner().name(), List.of()).stream()
                        .filter(joint::across))
                .filter(joint -> !joint.is(OfPort.CALLER))
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
        Optional<Joint> other = others.stream().findFirst();
        other.ifPresent(joint -> sameInterface(fullName, port, joint));
        return new ClientPort(
                component.name(),
                port.name(),
                port.text(Vocabulary.INTERFACE).orElse(""),
                port.truth(Vocabulary.SHARED_GUI),
                other.map(joint -> services.get(joint.port().name())));
    }

    /** An attachment with an end that does not exist has been reported; it may have been meant for any port. */
    private boolean allEndsExist() {
        return joints.size() == catalogue.links().size();
    }

    private void sameInterface(String fullName, Element port, Joint other) {
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
