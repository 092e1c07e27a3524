package org.labcast.correction.rule.files;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** tar is told the wrong compression; without a letter for it, tar looks for itself (GNU tar 1.15 and later). */
public final class NotCompressed implements Rule {
    private static final Pattern WRONG =
            Pattern.compile("not in gzip format|is not a bzip2 file|File format not recognized");
    private static final Pattern LETTERS = Pattern.compile("-?[a-zA-Z]*[xt][a-zA-Z]*");

    @Override
    public String name() {
        return "not_compressed";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.runs("tar") || situation.says().find(WRONG).isEmpty()) {
            return List.of();
        }
        Optional<Word> letters = situation.command().args().stream().findFirst();
        return letters.filter(
                        word -> word.bare() && LETTERS.matcher(word.text()).matches())
                .map(word -> List.of(Suggestion.safe(
                        situation.mended(Edit.replace(word, word.text().replaceAll("[zjJ]", ""))),
                        "The archive is not compressed in that way; tar finds out for itself.")))
                .orElse(List.of());
    }
}
