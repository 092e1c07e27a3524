package org.labcast.services.check;

import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.services.acme.Position;
import org.labcast.services.contract.Operation;
import org.labcast.services.contract.PortMetadata;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Signature;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.Terms;

/** Reads what a port promises. */
final class PortReader {
    /** Safe in an address, and in a program's source. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,62}");

    private final Findings findings;
    private final ReturnReader returns;
    private final ToolReader tools;
    private final TermsReader terms;

    PortReader(DataTypes types, Findings findings) {
        this.findings = findings;
        this.returns = new ReturnReader(types, findings);
        this.tools = new ToolReader(findings);
        this.terms = new TermsReader(findings);
    }

    /** What it is; empty when it does not say. */
    Optional<OfPort> style(TypedNode port) {
        if (port.text(Vocabulary.PORT_TYPE).isEmpty()) {
            findings.error(port.at(), "The port '" + port.name() + "' has no Port-Type: caller, callee or process.");
        }
        return port.style(Vocabulary.PORT_TYPE, OfPort.values());
    }

    /** The name on which callers and providers agree. */
    Optional<String> contract(TypedNode port) {
        Optional<String> contract = port.needed(Vocabulary.INTERFACE, "the name that callers and providers agree on");
        contract.ifPresent(name -> named(port.at(Vocabulary.INTERFACE), "an interface", name));
        return contract;
    }

    /** The port of a service, its style being no caller's; empty where something is wrong, which the findings say. */
    Optional<ServicePort> service(TypedNode component, TypedNode port, OfPort style) {
        return findings.ifGood(() -> {
            Optional<ReturnType> post = returns.post(port);
            ReturnType type = returns.read(port, style, post);
            return offered(
                    component,
                    port,
                    style,
                    signature(port)
                            .flatMap(signature -> tools.read(port, signature, post.isPresent())
                                    .map(tool -> new Run(signature, tool, type))));
        });
    }

    /** The port under its name and terms. */
    Optional<ServicePort> offered(TypedNode component, TypedNode port, OfPort style, Optional<Run> run) {
        named(component.at(), "a component with services", component.name());
        named(port.at(), "a port of a service", port.name());
        Optional<String> contract = contract(port);
        Terms agreed = terms.terms(port, style);
        PortMetadata metadata = terms.metadata(port);
        return run.flatMap(what -> contract.map(name -> new ServicePort(
                component.name(),
                new Operation(name, port.name(), style, what.signature(), what.returns()),
                what.tool(),
                agreed,
                metadata)));
    }

    Optional<Signature> signature(TypedNode port) {
        return findings.trying(
                port.at(Vocabulary.SIGNATURE),
                "Signature: ",
                () -> Signature.read(port.text(Vocabulary.SIGNATURE).orElse("")));
    }

    private void named(Position at, String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            findings.error(
                    at,
                    "The name of " + kind + " is 1 to 63 letters, digits, '_' and '-', beginning with a letter, not '"
                            + name + "'.");
        }
    }
}
