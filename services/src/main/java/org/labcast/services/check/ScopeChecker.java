package org.labcast.services.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Node;
import org.labcast.services.contract.ClientApplication;
import org.labcast.services.contract.Federation;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style;
import org.labcast.services.contract.Style.OfComponent;
import org.labcast.services.contract.Style.OfConnector;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Style.OfRole;
import org.labcast.services.contract.StyleTable;

/** Checks what stands together: the components, connectors and attachments of some files, or of one representation. */
final class ScopeChecker {
    private final Catalogue catalogue;
    private final PortReader ports;
    private final Findings findings;
    private final List<ResolvedAttachment> attachments;
    private final Map<String, ServicePort> services = new LinkedHashMap<>();
    private final List<Federation> federations = new ArrayList<>();

    ScopeChecker(Catalogue catalogue, StyleTable table, PortReader ports, Findings findings) {
        this.catalogue = catalogue;
        this.ports = ports;
        this.findings = findings;
        catalogue.described().forEach(this::component);
        catalogue.connectors().values().forEach(this::connector);
        this.attachments = new Attachments(catalogue, table, findings).look();
        new Interfaces(findings).look(services.values(), catalogue);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Attachments whose two ends exist. */
    List<ResolvedAttachment> attachments() {
        return attachments;
    }

    /** What is offered, by {@code component.port}. */
    Map<String, ServicePort> services() {
        return services;
    }

    List<Federation> federations() {
        return federations;
    }

    List<ClientApplication> clients() {
        Clients clients = new Clients(catalogue, attachments, services, findings);
        return catalogue.described().stream()
                .map(node -> clients.read(new TypedNode(node, findings)))
                .flatMap(Optional::stream)
                .toList();
    }

    private void component(Node node) {
        new Spellings(findings).look(node);
        TypedNode component = new TypedNode(node, findings);
        if (component.text(Vocabulary.COMPONENT_TYPE).isEmpty()) {
            findings.error(component.at(), "The component '" + component.name() + "' has no Component-Type.");
        }
        component.style(Vocabulary.COMPONENT_TYPE, OfComponent.values());
        component.truth(Vocabulary.SHARED_GUI);
        component.truth(Vocabulary.PART_OF_CLIENT);
        component
                .text(Vocabulary.GUI_CODE_FILE)
                .filter(file -> !file.matches("(?:[\\w-]++/)*+[A-Za-z_]\\w*\\.java"))
                .ifPresent(file -> findings.error(
                        component.at(Vocabulary.GUI_CODE_FILE),
                        "'" + file + "' is no Java source file of this folder."));
        Optional<Composition> inside = inside(component);
        inside.ifPresent(composition -> federations.add(composition.federation()));
        for (Node port : node.children(ElementKind.PORT)) {
            port(component, new TypedNode(port, findings), inside)
                    .ifPresent(service -> services.putIfAbsent(service.fullName(), service));
        }
    }

    private Optional<Composition> inside(TypedNode component) {
        return catalogue
                .inside(component.node())
                .map(inner -> new Composition(
                        component, new ScopeChecker(inner, StyleTable.INSIDE, ports, findings), ports, findings));
    }

    private Optional<ServicePort> port(TypedNode component, TypedNode port, Optional<Composition> inside) {
        Optional<OfPort> style = ports.style(port);
        style.ifPresent(of -> suits(component, port, of));
        if (style.isEmpty() || style.get() == OfPort.CALLER) {
            port.truth(Vocabulary.SHARED_GUI);
            ports.contract(port);
            return Optional.empty();
        }
        return inside.filter(composition -> composition.answers(port))
                .map(composition -> composition.service(port, style.get()))
                .orElseGet(() -> ports.service(component, port, style.get()));
    }

    private void suits(TypedNode component, TypedNode port, OfPort style) {
        Set<OfComponent> allowed = StyleTable.components(style);
        component
                .quiet()
                .style(Vocabulary.COMPONENT_TYPE, OfComponent.values())
                .filter(of -> !allowed.contains(of))
                .ifPresent(of -> findings.error(
                        port.at(),
                        "A " + style.word() + " port goes with a component that is "
                                + String.join(
                                        " or ",
                                        allowed.stream()
                                                .map(Style::word)
                                                .sorted()
                                                .toList())
                                + ", and '" + component.name() + "' at " + component.at() + " is " + of.word() + "."));
    }

    private void connector(Node node) {
        if (node.property(Vocabulary.CONNECTOR_TYPE).isEmpty()) {
            return;
        }
        new Spellings(findings).look(node);
        new TypedNode(node, findings).style(Vocabulary.CONNECTOR_TYPE, OfConnector.values());
        for (Node role : node.children(ElementKind.ROLE)) {
            TypedNode typedNode = new TypedNode(role, findings);
            if (typedNode.text(Vocabulary.PROP_TYPE).isEmpty()) {
                findings.error(
                        typedNode.at(), "The role '" + typedNode.name() + "' has no Prop-type: input or output.");
            }
            typedNode.style(Vocabulary.PROP_TYPE, OfRole.values());
        }
    }
}
