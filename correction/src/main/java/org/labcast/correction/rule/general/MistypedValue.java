package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A value that the tool does not know, as in {@code ls --sort=tiem}: the nearest of those that it lists, or is known to take. */
public final class MistypedValue implements Rule {
    /** What GNU tools say; the values follow line by line. */
    private static final Pattern LISTED = Pattern.compile(
            "(?:invalid|ambiguous) argument ['`\u2018]([^'\u2019]{1,60})['\u2019] for ['`\u2018](?:-|time style)");

    private static final Pattern VALUES =
            Pattern.compile("['\u2018]([\\w-]{1,40})['\u2019]|^  - (?:\\[posix-])?([a-z-]{1,20})$");
    /** What Python's option parsers say. */
    private static final Pattern CHOICE =
            Pattern.compile("invalid choice: '([^']{1,60})' \\(choose from ([^)]{1,400})\\)");

    private static final int MOST = 20;

    @Override
    public String name() {
        return "mistyped_value";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<Matcher> listed = context.says().find(LISTED);
        if (listed.isPresent()) {
            return nearest(context, listed.get().group(1), values(context));
        }
        Optional<Matcher> choice = context.says().find(CHOICE);
        if (choice.isPresent()) {
            List<String> choices = VALUES.matcher(choice.get().group(2))
                    .results()
                    .map((MatchResult value) -> value.group(1))
                    .limit(MOST)
                    .toList();
            return nearest(context, choice.get().group(1), choices);
        }
        return KnownValues.ALL.stream()
                .filter(known -> known.tools().contains(context.command().tool()))
                .flatMap(known -> context.says().find(known.complaint()).stream()
                        .flatMap(said -> nearest(context, said.group(1), known.here(context)).stream()))
                .toList();
    }

    private static List<String> values(FailureContext context) {
        return context.says().lines().stream()
                .filter(line -> line.startsWith("  - "))
                .flatMap(line -> VALUES.matcher(line)
                        .results()
                        .map((MatchResult value) -> value.group(value.group(1) == null ? 2 : 1)))
                .limit(MOST)
                .toList();
    }

    private static List<Suggestion> nearest(FailureContext context, String said, List<String> values) {
        return context.command().args().stream()
                .filter(Word::bare)
                .flatMap(word -> Value.in(word, said).stream())
                .findFirst()
                .map(value -> mended(context, value, values))
                .orElse(List.of());
    }

    /** Compared in small letters, and written in them where it was typed so: tools that take both write the large ones. */
    private static List<Suggestion> mended(FailureContext context, Value value, List<String> values) {
        Map<String, String> bySmall =
                values.stream().collect(Collectors.toMap(MistypedValue::small, name -> name, (first, second) -> first));
        String typed = small(value.text());
        List<String> near = bySmall.containsKey(typed) ? List.of() : Spelling.nearest(typed, bySmall.keySet());
        return near.stream()
                .sorted()
                .map(name -> value.text().equals(typed) ? name : bySmall.getOrDefault(name, name))
                .map(name -> Suggestion.sure(
                        near.size() == 1 && sameDigits(value.text(), name),
                        context.mended(new Edit(
                                value.start(), value.start() + value.text().length(), name)),
                        context.command().tool() + " does not know '" + value.text() + "'; '" + name + "' is nearest."))
                .toList();
    }

    private static String small(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Another digit is another thing. */
    private static boolean sameDigits(String a, String b) {
        return a.replaceAll("\\D", "").equals(b.replaceAll("\\D", ""));
    }

    /**
     * The unknown value, in the word that holds it.
     *
     * @param start index in the line
     */
    private record Value(String text, int start) {
        /** What may stand before a value in its word: {@code --sort=}, {@code -o}, other values of a list. */
        private static final String BEFORE = "(?:-\\w|--?[\\w-]+=|\\w+=)?(?:[\\w:%.-]+[,=])*?[-+]?";

        private static final Pattern SORT = Pattern.compile("--sort=[-+]?([\\w%]+)");

        static Optional<Value> in(Word word, String said) {
            if (said.isEmpty()) {
                Matcher sort = SORT.matcher(word.value());
                return sort.matches()
                        ? Optional.of(new Value(sort.group(1), word.start() + sort.start(1)))
                        : Optional.empty();
            }
            // ssh prints its options in small letters, whichever they were written in.
            Matcher found = Pattern.compile("(?i)" + BEFORE + "(" + Pattern.quote(said) + ")(?:[,=].*)?")
                    .matcher(word.value());
            return found.matches()
                    ? Optional.of(new Value(found.group(1), word.start() + found.start(1)))
                    : Optional.empty();
        }
    }
}
