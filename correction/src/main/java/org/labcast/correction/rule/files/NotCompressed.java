package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** tar is told the wrong compression; without a letter for it, tar looks for itself (GNU tar 1.15 and later). */
public final class NotCompressed implements Rule {
    private static final Pattern WRONG =
            Pattern.compile("not in gzip format|is not a bzip2 file|File format not recognized|unsupported format");
    private static final Pattern LETTERS = Pattern.compile("-?[a-zA-Z]*[zjJ][a-zA-Z]*");

    private static final Pattern EXTRACTS = Pattern.compile("-?[a-zA-Z]*[xt][a-zA-Z]*|--extract|--get|--list");
    private static final Set<String> LONG = Set.of("--gzip", "--gunzip", "--bzip2", "--xz", "--zstd");

    @Override
    public String name() {
        return "not_compressed";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("tar") || context.says().find(WRONG).isEmpty()) {
            return List.of();
        }
        SimpleCommand command = context.command();
        // The first word needs no dash before its letters.
        List<Word> options = command.args().stream()
                .filter(word -> word.bare()
                        && (word.option() || word.equals(command.args().get(0))))
                .toList();
        Edit[] edits = options.stream()
                .filter(word -> LETTERS.matcher(word.text()).matches() || LONG.contains(word.text()))
                .map(word -> without(command, word))
                .toArray(Edit[]::new);
        boolean extracts =
                options.stream().anyMatch(word -> EXTRACTS.matcher(word.text()).matches());
        return edits.length == 0 || !extracts
                ? List.of()
                : List.of(Suggestion.safe(
                        context.mended(edits), "The archive is not compressed in that way; tar finds out for itself."));
    }

    private static Edit without(SimpleCommand command, Word word) {
        String letters = LONG.contains(word.text()) ? "" : word.text().replaceAll("[zjJ]", "");
        return letters.isEmpty() || letters.equals("-") ? command.without(word) : Edit.replace(word, letters);
    }
}
