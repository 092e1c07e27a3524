package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Behind tar's letter f comes the archive's name, in the same word too; and without an f tar reads its input. */
public final class TarLetters implements Rule {
    private static final Pattern MISPLACED = Pattern.compile("-([a-zA-Z]*)f([a-zA-Z]+)");
    private static final Pattern WITHOUT = Pattern.compile("-?[a-eg-zA-Z]*[xtc][a-eg-zA-Z]*");
    private static final Pattern EXTRACTS = Pattern.compile("-?[a-zA-Z]{0,8}x[a-zA-Z]{0,8}");
    private static final Pattern NO_ARCHIVE = Pattern.compile(
            "missing -f option|Not found in archive|does not look like a tar archive|unexpected end of file|not open archive");
    private static final Pattern NAME = Pattern.compile(".+\\.(?:tar|tar\\.\\w{1,4}|tgz|tbz2?|txz)");

    @Override
    public String name() {
        return "tar_letters";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("tar") || context.command().args().size() < 2) {
            return List.of();
        }
        Word letters = context.command().args().get(0);
        Matcher misplaced = MISPLACED.matcher(letters.text());
        if (misplaced.matches() && complains(context, misplaced.group(2))) {
            return List.of(Suggestion.safe(
                    context.mended(Edit.replace(letters, "-" + misplaced.group(1) + misplaced.group(2) + "f")),
                    "Behind the letter f comes the archive's name, so f is the last one."));
        }
        if (context.says().contains("may not specify more than one")
                && EXTRACTS.matcher(letters.text()).matches()) {
            return context.command().args().stream()
                    .skip(1)
                    .filter(word -> word.is("-c"))
                    .limit(1)
                    .map(word -> Suggestion.safe(
                            context.mended(Edit.replace(word, "-C")), "The directory to unpack into comes behind -C."))
                    .toList();
        }
        boolean without = WITHOUT.matcher(letters.text()).matches()
                && NAME.matcher(context.command().args().get(1).value()).matches()
                && context.says().find(NO_ARCHIVE).isPresent();
        return without
                ? List.of(Suggestion.safe(
                        context.mended(new Edit(letters.end(), letters.end(), "f")),
                        "Without the letter f tar takes no archive by name."))
                : List.of();
    }

    /** It took the letters for the archive, or lacks those that say what to do. */
    private static boolean complains(FailureContext context, String letters) {
        return context.says().contains("tar: " + letters + ": Cannot open")
                || context.says().contains("tar (child): " + letters + ": Cannot open")
                || context.says().contains("You must specify one of the")
                || context.says().contains(": Cannot stat: No such file or directory");
    }
}
