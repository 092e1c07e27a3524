package org.labcast.agent.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What given queries print, however they were written: with more blanks, with the tool's directory, or, where help is asked for as
 * {@code tool --help}, in one of the other ways in which tools show theirs.
 */
final class RecordedAnswers {
    private static final Pattern HELP = Pattern.compile("(\\S+)((?: \\S+)?) --help");

    private final Map<String, String> exact;
    private final Map<String, String> plain = new TreeMap<>();

    RecordedAnswers(Map<String, String> given) {
        exact = given;
        given.forEach((query, printed) -> plain.putIfAbsent(plain(query), printed));
    }

    Optional<String> find(String query) {
        String asked = plain(query);
        return Stream.concat(
                        Stream.of(Optional.ofNullable(exact.get(query))),
                        forms(asked).map(this::given))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> given(String query) {
        return Optional.ofNullable(plain.get(query));
    }

    private static Stream<String> forms(String query) {
        var help = HELP.matcher(query);
        if (!help.matches()) {
            return Stream.of(query);
        }
        String tool = help.group(1);
        String call = tool + help.group(2);
        return Stream.concat(
                Stream.of(query, call + " help", call + " -h", call, tool + " help" + help.group(2)),
                List.of(" help commands", " commands").stream().map(call::concat));
    }

    private static String plain(String query) {
        return query.strip().replaceAll("\\s+", " ").replaceFirst("^/(?:[^/ ]+/)*", "");
    }
}
