package org.labcast.services.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.services.acme.ElementKind;
import org.labcast.services.acme.Link;
import org.labcast.services.acme.Name;
import org.labcast.services.contract.Federation;
import org.labcast.services.contract.Feed;
import org.labcast.services.contract.ReturnType;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfConnector;
import org.labcast.services.contract.Style.OfPort;

/** A component whose representation holds other services: which of them answers at which of its ports. */
final class Composition {
    private static final List<String> OF_THE_TOOL = List.of(
            Vocabulary.CMD,
            Vocabulary.PATH,
            Vocabulary.PRE,
            Vocabulary.POST,
            Vocabulary.RETURN,
            Vocabulary.SHELL,
            Vocabulary.ALLOW_DASH);

    private final TypedNode component;
    private final ScopeChecker inside;
    private final PortReader ports;
    private final Findings findings;
    private final List<Feed> feeds;
    /** Inner ports by the names of outer ones. */
    private final Map<String, AttachmentEnd> answers = new LinkedHashMap<>();

    Composition(TypedNode component, ScopeChecker inside, PortReader ports, Findings findings) {
        this.component = component;
        this.inside = inside;
        this.ports = ports;
        this.findings = findings;
        this.feeds = new Feeds(inside, findings).read();
        inside.catalogue().bindings().forEach(this::bind);
    }

    private void bind(Link binding) {
        Optional<String> from = outer(binding.from());
        Optional<String> to = outer(binding.to());
        if (from.isPresent() == to.isPresent()) {
            findings.error(
                    binding.from().at(),
                    "A binding joins a port of '" + component.name()
                            + "' and one inside it; write 'component.port to port'.");
            return;
        }
        Name outer = from.isPresent() ? binding.from() : binding.to();
        Name inner = from.isPresent() ? binding.to() : binding.from();
        Optional<TypedNode> port =
                component.child(ElementKind.PORT, from.or(() -> to).orElseThrow(), outer.at());
        Optional<AttachmentEnd> end =
                AttachmentEnd.find(inner, ElementKind.PORT, inside.catalogue().components(), findings);
        if (port.isPresent() && end.isPresent()) {
            AttachmentEnd before = answers.putIfAbsent(port.get().name(), end.get());
            if (before != null) {
                findings.error(outer.at(), "'" + port.get().name() + "' is bound already, to '" + before.name() + "'.");
            }
            styles(port.get(), end.get(), binding);
        }
    }

    /** The name of the component's own port, if that is what is meant. */
    private Optional<String> outer(Name name) {
        String prefix = component.name() + ".";
        if (!name.text().contains(".")) {
            return Optional.of(name.text());
        }
        return name.text().startsWith(prefix)
                        && !inside.catalogue().components().containsKey(component.name())
                ? Optional.of(name.text().substring(prefix.length()))
                : Optional.empty();
    }

    private void styles(TypedNode outer, AttachmentEnd inner, Link binding) {
        Optional<OfPort> one = outer.quiet().style(Vocabulary.PORT_TYPE, OfPort.values());
        Optional<OfPort> other = inner.part().quiet().style(Vocabulary.PORT_TYPE, OfPort.values());
        if (one.isPresent()
                && other.isPresent()
                && !one.equals(other)
                && !(one.get() == OfPort.PROCESS && fed(inner))) {
            findings.error(
                    binding.from().at(),
                    "'" + inner.name() + "' does not fit '" + outer.name() + "': the port at " + outer.at() + " is "
                            + one.get().word() + ", and the port at "
                            + inner.part().at() + " is " + other.get().word() + ".");
        }
    }

    /** Whether a stream comes to it, also one that cannot feed it, which has been reported. */
    private boolean fed(AttachmentEnd inner) {
        return inside.attachments().stream()
                .anyMatch(attachment -> attachment.port().name().equals(inner.name())
                        && attachment
                                .ofConnector()
                                .filter(OfConnector.DATA_STREAM::equals)
                                .isPresent());
    }

    private Optional<Feed> feedOf(ServicePort answering) {
        return feeds.stream()
                .filter(feed -> feed.to().fullName().equals(answering.fullName()))
                .findFirst();
    }

    /** Whether a port inside answers at this one. */
    boolean answers(TypedNode port) {
        return answers.containsKey(port.name());
    }

    /**
     * The port as it is offered: what it does not say itself, the port inside says for it. Empty where something is wrong, which the
     * findings say.
     */
    Optional<ServicePort> service(TypedNode port, OfPort style) {
        return Optional.ofNullable(answers.get(port.name()))
                .flatMap(inner -> Optional.ofNullable(inside.services().get(inner.name())))
                .flatMap(answering -> findings.ifGood(() -> style == answering.style()
                        ? direct(port, answering)
                        : feedOf(answering).flatMap(feed -> fed(port, feed))));
    }

    private Optional<ServicePort> direct(TypedNode port, ServicePort answering) {
        Run run = new Run(answering.signature(), answering.tool(), answering.returns());
        return ports.offered(component, said(port, answering, run, List.of()), answering.style(), Optional.of(run));
    }

    /** Of another interface than the stream inside, hence with an Interface of its own. */
    private Optional<ServicePort> fed(TypedNode port, Feed feed) {
        Run run = new Run(feed.signature(), feed.tool(), ReturnType.STREAM);
        return ports.offered(
                component,
                said(port, feed.from(), run, List.of(Vocabulary.INTERFACE)),
                OfPort.PROCESS,
                Optional.of(run));
    }

    /** The port with what the one inside says, which alone knows the tool. */
    private TypedNode said(TypedNode port, ServicePort inner, Run run, List<String> without) {
        OF_THE_TOOL.stream()
                .filter(property -> port.text(property).isPresent())
                .forEach(property -> findings.warning(
                        port.at(property),
                        "'" + property + "' has no effect: '" + inner.fullName() + "' runs at this port."));
        TypedNode answering = new TypedNode(inside.catalogue().node(inner), findings);
        if (port.text(Vocabulary.SIGNATURE).isPresent()) {
            ports.signature(port)
                    .filter(own -> !own.written().equals(run.signature().written()))
                    .ifPresent(own -> findings.error(
                            port.at(Vocabulary.SIGNATURE),
                            "The Signature is that of the port inside, at " + answering.at() + ": '"
                                    + run.signature().written() + "'."));
        }
        return new TypedNode(Types.joined(port.node(), answering.node(), without), findings);
    }

    Federation federation() {
        Map<String, ServicePort> bound = new LinkedHashMap<>();
        answers.forEach((port, inner) -> Optional.ofNullable(inside.services().get(inner.name()))
                .ifPresent(service -> bound.put(port, service)));
        return new Federation(component.name(), bound, feeds);
    }
}
