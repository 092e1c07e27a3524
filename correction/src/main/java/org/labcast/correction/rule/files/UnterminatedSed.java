package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("sed")
                || !(situation.says().contains("unterminated `s' command")
                        || situation.says().contains("unterminated `y' command"))) {
            return List.of();
        }
        Edit[] edits = situation.command().args().stream()
                .filter(UnterminatedSed::open)
                .map(word -> Edit.replace(word, Quoting.word(word.value() + delimiter(word))))
                .toArray(Edit[]::new);
        return edits.length == 0
                ? List.of()
                : List.of(Suggestion.safe(situation.mended(edits), "The delimiter behind the replacement is missing."));
    }

    /** Whether it has two delimiters where three belong; one behind a backslash is text. */
    private static boolean open(Word word) {
        if (!word.literal() || !COMMAND.matcher(word.value()).matches()) {
            return false;
        }
        String plain = word.value().replaceAll("\\\\.", "");
        return plain.chars().filter(c -> c == delimiter(word)).count() == 2;
    }

    private static char delimiter(Word word) {
        return word.value().charAt(word.value().startsWith("-e") ? 3 : 1);
    }
}
