package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;

/** The last delimiter of sed's s command is missing. */
public final class UnterminatedSed implements Rule {
    private static final Pattern COMMAND = Pattern.compile("(?:-e)?[sy]([/|#,:@!%]).*", Pattern.DOTALL);

    @Override
    public String name() {
        return "unterminated_sed";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("sed")
                || !(context.says().contains("unterminated `s' command")
                        || context.says().contains("unterminated `y' command"))) {
            return List.of();
        }
        Optional<Suggestion> joined = joined(context);
        if (joined.isPresent()) {
            return List.of(joined.get());
        }
        Edit[] edits = context.command().args().stream()
                .flatMap(UnterminatedSed::closed)
                .toArray(Edit[]::new);
        return edits.length == 0
                ? List.of()
                : List.of(Suggestion.safe(context.mended(edits), "The delimiter behind the replacement is missing."));
    }

    /** {@code s/a/b c/}: a blank in it, and no quotes; the word that ends with the delimiter is no file. */
    private static Optional<Suggestion> joined(FailureContext context) {
        List<Word> args = context.command().args();
        for (int i = 0; i + 1 < args.size(); i++) {
            Word first = args.get(i);
            Word next = args.get(i + 1);
            boolean parted = first.bare()
                    && next.bare()
                    && open(first.value())
                    && next.value().indexOf(delimiter(first.value()))
                            == next.value().length() - 1
                    && context.facts().path(next.value()) == PathKind.ABSENT;
            if (parted) {
                String whole = context.script().text().substring(first.start(), next.end());
                return Optional.of(Suggestion.safe(
                        context.mended(new Edit(first.start(), next.end(), Quoting.word(whole))),
                        "It is one command, so it belongs in quotes."));
            }
        }
        return Optional.empty();
    }

    private static Stream<Edit> closed(Word word) {
        String whole = word.value();
        String last = whole.substring(whole.lastIndexOf(';') + 1).strip();
        return Stream.of(whole, last)
                .filter(command -> word.literal() && open(command))
                .limit(1)
                .map(command -> Edit.replace(word, Quoting.word(whole + delimiter(command))));
    }

    /** Whether it has two delimiters where three belong; one behind a backslash is text. */
    private static boolean open(String command) {
        return COMMAND.matcher(command).matches()
                && command.replaceAll("\\\\.", "")
                                .chars()
                                .filter(c -> c == delimiter(command))
                                .count()
                        == 2;
    }

    private static char delimiter(String command) {
        return command.charAt(command.startsWith("-e") ? 3 : 1);
    }
}
