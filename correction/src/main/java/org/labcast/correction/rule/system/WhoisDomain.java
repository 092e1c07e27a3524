package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** Whois knows domains, not the hosts in them. Which part of a name is the domain, nobody can tell from the name. */
public final class WhoisDomain implements Rule {
    private static final Pattern NONE =
            Pattern.compile("(?i)no match|no entries found|not found|no data found|no whois server");
    private static final int MOST = 4;

    @Override
    public String name() {
        return "whois_domain";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("whois")
                || !(context.nothingSaid() || context.says().find(NONE).isPresent())) {
            return List.of();
        }
        return context.command().operands().stream()
                .filter(word -> word.bare() && !word.value().contains("/"))
                .limit(1)
                .flatMap(word -> above(word.value())
                        .map(domain -> Suggestion.risky(
                                context.mended(Edit.replace(word, domain)),
                                "Nothing is known of " + word.value() + "; " + domain + " is above it.")))
                .toList();
    }

    private static Stream<String> above(String name) {
        return Stream.iterate(name, at -> at.contains("."), at -> at.substring(at.indexOf('.') + 1))
                .map(at -> at.substring(at.indexOf('.') + 1))
                .filter(at -> !at.isEmpty())
                .limit(MOST);
    }
}
