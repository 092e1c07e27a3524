package org.labcast.correction.rule.system;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A host that has no address, and {@code localhost} is spelt nearly so. */
public final class MistypedHost implements Rule {
    private static final String HOST = "['`\u2018\"]?([\\w.-]{1,253}?)['\u2019\"]?";
    private static final Pattern UNKNOWN = Pattern.compile("Could not resolve host(?:name)?:? " + HOST + "(?:$|[;:])"
            + "|unable to resolve host address " + HOST + "$"
            + "|^(?:ping|ping6|getent|nc|telnet): (?:getaddrinfo for host )?" + HOST
            + ":? (?:port \\S+: )?(?:Name or service not known|Temporary failure in name resolution)");

    @Override
    public String name() {
        return "mistyped_host";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return context.says().find(UNKNOWN).stream()
                .flatMap(said -> Stream.of(1, 2, 3)
                        .map(said::group)
                        .filter(Objects::nonNull)
                        .limit(1))
                .filter(host -> !Spelling.nearest(host, List.of("localhost")).isEmpty())
                .flatMap(host -> context.command().args().stream()
                        .filter(word -> word.bare() && holds(word.value(), host))
                        .limit(1)
                        .map(word -> mended(context, word, host)))
                .toList();
    }

    private static boolean holds(String word, String host) {
        return word.matches("(?:[a-z]{1,10}://|[\\w.-]{1,60}@)?" + Pattern.quote(host) + "(?:[:/].*)?");
    }

    private static Suggestion mended(FailureContext context, Word word, String host) {
        int at = word.start() + word.text().indexOf(host);
        return Suggestion.safe(
                context.mended(new Edit(at, at + host.length(), "localhost")),
                "There is no host '" + host + "'; this machine calls itself localhost.");
    }
}
