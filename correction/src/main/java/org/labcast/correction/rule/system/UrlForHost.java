package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** A tool that takes a host name was given an address of the web. */
public final class UrlForHost implements Rule {
    private static final Pattern URL =
            Pattern.compile("(?:[a-z]{2,6}://)(?:[^/@\\s]{1,64}@)?([\\w.-]{1,253})(?::\\d{1,5})?(?:[/?#].*)?");
    private static final Pattern PATH = Pattern.compile("([\\w-]{1,63}(?:\\.[\\w-]{1,63})*\\.[a-z]{2,20})/.*");

    @Override
    public String name() {
        return "url_for_host";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs(
                "whois",
                "ping",
                "ping6",
                "host",
                "dig",
                "nslookup",
                "traceroute",
                "tracepath",
                "mtr",
                "nc",
                "telnet")) {
            return List.of();
        }
        return context.command().operands().stream()
                .filter(word -> !word.substitutes())
                .flatMap(word -> Stream.of(URL, PATH)
                        .map(pattern -> pattern.matcher(word.value()))
                        .filter(Matcher::matches)
                        .limit(1)
                        .map(url -> Suggestion.safe(
                                context.mended(Edit.replace(word, url.group(1))),
                                context.command().tool() + " takes the name of a host, not an address of the web.")))
                .limit(1)
                .toList();
    }
}
