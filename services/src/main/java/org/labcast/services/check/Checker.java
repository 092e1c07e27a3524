package org.labcast.services.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.services.acme.Document;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Finding;
import org.labcast.services.acme.Node;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfComponent;
import org.labcast.services.contract.Style.OfConnector;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Style.OfRole;

/** Checks descriptions of services and of the applications that use them. */
public final class Checker {
    private final Findings findings;
    private final PortReader ports;
    private final List<ServicePort> services = new ArrayList<>();

    private Checker(List<Document> documents, boolean strict) {
        this.findings = new Findings(strict);
        this.ports = new PortReader(new DataTypes(documents), findings);
    }

    /**
     * Checks some files together.
     *
     * @param with files that declare what the others name; what is wrong in them is an error too
     * @param strict whether warnings count as errors
     */
    public static Checked check(List<Document> files, List<Document> with, boolean strict) {
        List<Document> all = Stream.concat(files.stream(), with.stream()).toList();
        return new Checker(all, strict).check(all);
    }

    private Checked check(List<Document> documents) {
        documents.forEach(document -> document.remarks().forEach(findings::add));
        Types types = new Types(documents, findings);
        Catalogue catalogue = new Catalogue(documents, types, findings);
        catalogue.components().values().forEach(this::component);
        catalogue.connectors().values().forEach(this::connector);
        new Attachments(catalogue, findings).look();
        if (catalogue.components().values().stream().allMatch(Checker::foreign)) {
            documents.stream()
                    .limit(1)
                    .forEach(
                            document -> findings.add(
                                    Finding.note(
                                            new org.labcast.services.acme.Position(document.file(), 1, 1),
                                            "No component has a Component-Type, so nothing here is a service or a client of Labcast.")));
        }
        return new Checked(findings.sorted(), services, List.of(), List.of());
    }

    /** Whether it describes something else than a service or a client of one. */
    private static boolean foreign(Node component) {
        return component.property(Vocabulary.COMPONENT_TYPE).isEmpty()
                && component.children(ElementKind.PORT).stream()
                        .allMatch(port -> port.property(Vocabulary.PORT_TYPE).isEmpty());
    }

    private void component(Node node) {
        if (foreign(node)) {
            return;
        }
        new Spellings(findings).look(node);
        Element component = new Element(node, findings);
        if (component.text(Vocabulary.COMPONENT_TYPE).isEmpty()) {
            findings.error(component.at(), "The component '" + component.name() + "' has no Component-Type.");
        }
        component.style(Vocabulary.COMPONENT_TYPE, OfComponent.values());
        component.truth(Vocabulary.SHARED_GUI);
        component.truth(Vocabulary.PART_OF_CLIENT);
        component
                .text(Vocabulary.GUI_CODE_FILE)
                .filter(file -> !file.matches("(?:[\\w-]+/)*[A-Za-z_]\\w*\\.java"))
                .ifPresent(file -> findings.error(
                        component.at(Vocabulary.GUI_CODE_FILE),
                        "'" + file + "' is no Java source file of this folder."));
        for (Node port : node.children(ElementKind.PORT)) {
            port(component, new Element(port, findings));
        }
    }

    private void port(Element component, Element port) {
        Optional<OfPort> style = ports.style(port);
        if (style.isEmpty() || style.get() == OfPort.CALLER) {
            port.truth(Vocabulary.SHARED_GUI);
            ports.contract(port);
        } else {
            ports.service(component, port, style.get()).ifPresent(services::add);
        }
    }

    private void connector(Node node) {
        if (node.property(Vocabulary.CONNECTOR_TYPE).isEmpty()) {
            return;
        }
        new Spellings(findings).look(node);
        new Element(node, findings).style(Vocabulary.CONNECTOR_TYPE, OfConnector.values());
        for (Node role : node.children(ElementKind.ROLE)) {
            Element element = new Element(role, findings);
            if (element.text(Vocabulary.PROP_TYPE).isEmpty()) {
                findings.error(element.at(), "The role '" + element.name() + "' has no Prop-type: input or output.");
            }
            element.style(Vocabulary.PROP_TYPE, OfRole.values());
        }
    }
}
