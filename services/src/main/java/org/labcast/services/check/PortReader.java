package org.labcast.services.check;

import java.util.Optional;
import org.labcast.services.acme.Finding;
import org.labcast.services.contract.About;
import org.labcast.services.contract.CommandTemplate;
import org.labcast.services.contract.ContractException;
import org.labcast.services.contract.Operation;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Signature;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Terms;
import org.labcast.services.contract.Tool;

/** Reads what a port promises. */
final class PortReader {
    private final Findings findings;

    PortReader(Findings findings) {
        this.findings = findings;
    }

    /** The port of a service; empty for a caller's, and where something is wrong, which the findings say. */
    Optional<ServicePort> read(Element component, Element port) {
        Optional<OfPort> style = port.style(Vocabulary.PORT_TYPE, OfPort.values());
        if (port.text(Vocabulary.PORT_TYPE).isEmpty()) {
            findings.error(port.at(), "The port '" + port.name() + "' has no Port-Type: caller, callee or process.");
        }
        port.truth(Vocabulary.SHARED_GUI);
        Optional<String> contract = needed(port, Vocabulary.INTERFACE, "the name that callers and providers agree on");
        if (style.isEmpty() || style.get() == OfPort.CALLER) {
            return Optional.empty();
        }
        Optional<String> path = needed(port, Vocabulary.PATH, "where the tool is, such as /usr/bin/nmap");
        Optional<String> cmd = needed(port, Vocabulary.CMD, "how the tool is called");
        if (path.isPresent() && !path.get().matches("/(?:[^/]+/)*[^/]+")) {
            findings.error(port.at(Vocabulary.PATH), "'" + path.get() + "' is no absolute path of a file.");
            return Optional.empty();
        }
        boolean dashes = port.truth(Vocabulary.ALLOW_DASH);
        Optional<Signature> signature = signature(port);
        if (contract.isEmpty() || path.isEmpty() || cmd.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        return template(port, cmd.get(), path.get(), signature.get())
                .map(template -> new ServicePort(
                        component.name(),
                        new Operation(contract.get(), port.name(), style.get(), signature.get(), ReturnType.NOTHING),
                        new Tool(path.get(), Optional.empty(), template, Optional.empty(), dashes),
                        Terms.USUAL,
                        About.NOTHING));
    }

    private Optional<String> needed(Element port, String property, String what) {
        Optional<String> text = port.text(property);
        if (text.isEmpty()) {
            findings.error(port.at(property), "The port '" + port.name() + "' needs " + property + ", " + what + ".");
        }
        return text;
    }

    private Optional<Signature> signature(Element port) {
        try {
            return Optional.of(Signature.read(port.text(Vocabulary.SIGNATURE).orElse("")));
        } catch (ContractException e) {
            findings.error(port.at(Vocabulary.SIGNATURE), "Signature: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<CommandTemplate> template(Element port, String cmd, String path, Signature signature) {
        try {
            CommandTemplate template = CommandTemplate.read(cmd, path, signature);
            signature.names().stream()
                    .filter(name -> !template.used().contains(name))
                    .forEach(name -> findings.add(Finding.warning(
                            port.at(Vocabulary.SIGNATURE), "The parameter '" + name + "' is not used by Cmd.")));
            return Optional.of(template);
        } catch (ContractException e) {
            findings.error(port.at(Vocabulary.CMD), "Cmd " + e.getMessage() + ".");
            return Optional.empty();
        }
    }
}
