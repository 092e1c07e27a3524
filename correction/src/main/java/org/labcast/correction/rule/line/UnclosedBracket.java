package org.labcast.correction.rule.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A bracket of an awk, jq, Python or Perl program in one argument is never closed, so that none of it has run. */
public final class UnclosedBracket implements Rule {
    /** What the tool says of a program that ends too early; of mawk, gawk, busybox awk, jq, Python 3.10 and Perl. */
    private static final Map<String, Pattern> REFUSED = Map.of(
            "awk",
                    Pattern.compile(
                            "missing [})]|unexpected newline or end of string|[Uu]nexpected end of (?:string|file)|syntax error at or near end of"),
            "jq", Pattern.compile("unexpected end of file|unexpected \\$end"),
            "python", Pattern.compile("'[(\\[{]' was never closed|unexpected EOF while parsing"),
            "perl", Pattern.compile("Missing right (?:curly|square)"));

    private static final Pattern EXTRA = Pattern.compile("extra '[})\\]]'");

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    @Override
    public String name() {
        return "unclosed_bracket";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String tool =
                context.command().tool().replaceFirst("^[gmn]awk$", "awk").replaceFirst("^python3?[\\d.]*$", "python");
        Pattern refused = REFUSED.get(tool);
        if (refused == null || context.says().find(refused).isEmpty()) {
            return List.of();
        }
        if (context.says().find(EXTRA).isPresent()) {
            return context.command().args().stream()
                    .filter(UnclosedBracket::isQuoted)
                    .filter(word -> isOneTooMany(word.value()))
                    .map(word -> Suggestion.safe(
                            context.mended(new Edit(word.end() - 2, word.end() - 1, "")),
                            "The last bracket closes none."))
                    .limit(1)
                    .toList();
        }
        return context.command().args().stream()
                .filter(UnclosedBracket::isQuoted)
                .flatMap(word -> missing(word.value()).stream().map(closing -> closed(context, word, closing)))
                .limit(1)
                .toList();
    }

    private static boolean isOneTooMany(String program) {
        return !program.isEmpty()
                && CLOSING.indexOf(program.charAt(program.length() - 1)) >= 0
                && !isBalanced(program)
                && isBalanced(program.substring(0, program.length() - 1));
    }

    private static Suggestion closed(FailureContext context, Word word, String closing) {
        int end = word.end() - 1;
        return Suggestion.sure(
                closing.length() == 1,
                context.mended(new Edit(end, end, closing)),
                "A bracket is opened and never closed; '" + closing + "' closes it.");
    }

    /** In one pair of quotes from end to end, so that what comes before the last sign is program. */
    private static boolean isQuoted(Word word) {
        String text = word.text();
        return text.length() > 2
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
    }

    /** What closes all that is open at the end; empty when nothing is, or when something is closed that is not open. */
    private static Optional<String> missing(String program) {
        return open(program).filter(closing -> !closing.isEmpty());
    }

    private static boolean isBalanced(String program) {
        return open(program).filter(String::isEmpty).isPresent();
    }

    /** Empty text when all is closed; nothing when a string is open, or something is closed that is not open. */
    private static Optional<String> open(String program) {
        Deque<Character> open = new ArrayDeque<>();
        char string = 0;
        for (int i = 0; i < program.length(); i++) {
            char c = program.charAt(i);
            if (c == '\\') {
                i++;
            } else if (string != 0) {
                string = c == string ? 0 : string;
            } else if (c == '"' || c == '\'') {
                string = c;
            } else if (OPENING.indexOf(c) >= 0) {
                open.push(CLOSING.charAt(OPENING.indexOf(c)));
            } else if (CLOSING.indexOf(c) >= 0 && (open.isEmpty() || open.pop() != c)) {
                return Optional.empty();
            }
        }
        return string != 0
                ? Optional.empty()
                : Optional.of(open.stream().map(String::valueOf).collect(Collectors.joining()));
    }
}
