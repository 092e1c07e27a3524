package org.labcast.services.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labcast.services.contract.Feed;
import org.labcast.services.contract.Parameter;
import org.labcast.services.contract.ServicePort;
import org.labcast.services.contract.Style.OfPort;
import org.labcast.services.contract.ValueType.Simple;

/** Finds the streams that feed calls: a Data Stream from a process port to a callee. */
final class Feeds {
    private final List<ResolvedAttachment> attachments;
    private final Map<String, ServicePort> services;
    private final Findings findings;

    Feeds(ScopeChecker inside, Findings findings) {
        this.attachments = inside.attachments();
        this.services = inside.services();
        this.findings = findings;
    }

    List<Feed> read() {
        return attachments.stream()
                .filter(from -> from.is(OfPort.PROCESS))
                .flatMap(from -> attachments.stream()
                        .filter(to -> to.across(from) && to.is(OfPort.CALLEE))
                        .flatMap(to -> feed(from, to).stream()))
                .toList();
    }

    private Optional<Feed> feed(ResolvedAttachment from, ResolvedAttachment to) {
        ServicePort source = services.get(from.port().name());
        ServicePort fed = services.get(to.port().name());
        if (source == null || fed == null) {
            return Optional.empty();
        }
        if (fed.tool().pre().isPresent() || fed.tool().post().isPresent()) {
            findings.error(
                    to.port().part().at(),
                    "The port '" + to.port().name() + "' is fed by a stream, so it cannot have Pre or Post.");
        }
        return parameter(to.role().part(), fed)
                .flatMap(parameter -> findings.trying(
                        to.link().from().at(),
                        "'" + from.port().name() + "' cannot feed '" + to.port().name() + "': ",
                        () -> {
                            Feed feed = new Feed(source, fed, parameter);
                            feed.signature();
                            return feed;
                        }));
    }

    private Optional<String> parameter(TypedNode role, ServicePort fed) {
        List<String> texts = fed.signature().parameters().stream()
                .filter(parameter -> parameter.type() == Simple.STRING)
                .map(Parameter::name)
                .toList();
        Optional<String> named = role.text(Vocabulary.PARAMETER);
        if (named.isPresent() && !texts.contains(named.get())) {
            findings.error(
                    role.at(Vocabulary.PARAMETER),
                    "'" + fed.fullName() + "' has no String parameter '" + named.get() + "'"
                            + findings.suggestion(named.get(), texts, "."));
            return Optional.empty();
        }
        if (named.isEmpty() && texts.size() != 1) {
            findings.error(
                    role.at(),
                    "'" + fed.fullName() + "' has " + texts.size()
                            + " String parameters; say with Parameter on this role which one takes a line of the stream.");
            return Optional.empty();
        }
        return named.or(() -> texts.stream().findFirst());
    }
}
