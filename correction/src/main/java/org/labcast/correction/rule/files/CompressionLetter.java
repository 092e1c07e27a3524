package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** tar reads a compressed archive from a pipe, where it cannot look ahead, and says which letter it needs. */
public final class CompressionLetter implements Rule {
    private static final Pattern NEEDED =
            Pattern.compile("Archive is compressed\\. Use (-[zjJ]|--zstd|--lzma|--lzip) option");

    @Override
    public String name() {
        return "compression_letter";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("tar") || context.command().args().isEmpty()) {
            return List.of();
        }
        Word letters = context.command().args().get(0);
        return context.says().find(NEEDED).stream()
                .filter(said -> letters.text().matches("-?[a-zA-Z]+"))
                .map(said -> Suggestion.safe(
                        context.mended(put(letters, said.group(1))),
                        "The archive is compressed; tar asks for " + said.group(1) + "."))
                .toList();
    }

    /** A letter goes first, as the last one may want the archive's name behind it. */
    private static Edit put(Word letters, String option) {
        if (option.startsWith("--")) {
            return Edit.before(
                    letters.text().startsWith("-") ? letters : new Word("", letters.end(), "", true), option);
        }
        int at = letters.start() + (letters.text().startsWith("-") ? 1 : 0);
        return new Edit(at, at, option.substring(1));
    }
}
