package org.labcast.correction.rule.system;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A date in words, one of which is mistyped: {@code date --date=yestreday}. Words as in the manual of GNU date and systemd.time(7). */
public final class MistypedDate implements Rule {
    private static final Pattern REFUSED = Pattern.compile("(?:invalid date(?: format)?|[Ff]ailed to parse timestamp:?"
            + "|cannot figure out how to interpret) ?['\"`\u2018]?([^'\"\u2019]{3,60})");
    private static final Pattern LETTERS = Pattern.compile("\\p{Alpha}{3,12}");
    private static final Set<String> KNOWN =
            Set.copyOf(Arrays.asList(("now today yesterday tomorrow ago next last this second seconds"
                            + " minute minutes hour hours day days week weeks fortnight month months year years monday tuesday wednesday"
                            + " thursday friday saturday sunday january february march april may june july august september october november"
                            + " december noon midnight")
                    .split(" ")));

    @Override
    public String name() {
        return "mistyped_date";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("date", "touch", "journalctl", "find", "useradd", "usermod", "chage", "timedatectl")) {
            return List.of();
        }
        return context.says().find(REFUSED).stream()
                .map(said -> said.group(1).strip())
                .flatMap(date -> context.command().args().stream()
                        .filter(word -> word.literal() && word.value().endsWith(date))
                        .limit(1)
                        .flatMap(word -> mended(context, word, date)))
                .toList();
    }

    private static Stream<Suggestion> mended(FailureContext context, Word word, String date) {
        int at = word.text().lastIndexOf(date);
        if (at < 0) {
            return Stream.empty();
        }
        List<MatchResult> wrong = LETTERS.matcher(date)
                .results()
                .filter(part -> !KNOWN.contains(part.group().toLowerCase(Locale.ROOT)))
                .toList();
        if (wrong.size() != 1) {
            return Stream.empty();
        }
        MatchResult part = wrong.get(0);
        List<String> near = Spelling.nearest(part.group().toLowerCase(Locale.ROOT), KNOWN);
        int start = word.start() + at + part.start();
        return near.stream()
                .sorted()
                .map(name -> Suggestion.sure(
                        near.size() == 1,
                        context.mended(new Edit(start, start + part.group().length(), name)),
                        "'" + part.group() + "' is no date; '" + name + "' is nearest."));
    }
}
