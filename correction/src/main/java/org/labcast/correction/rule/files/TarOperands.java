package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.model.PathText;

/** {@code tar czf dir dir.tgz} and {@code tar czf dir}: behind the letter f comes the archive, then what goes into it. */
public final class TarOperands implements Rule {
    private static final Pattern CREATES = Pattern.compile("-?[a-zA-Z]{0,8}c[a-zA-Z]{0,8}");
    private static final Pattern ARCHIVE = Pattern.compile(".{1,200}\\.(?:tar|tar\\.\\w{1,4}|tgz|tbz2?|txz)");

    @Override
    public String name() {
        return "tar_operands";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> args = context.command().args();
        if (!context.runs("tar") || args.size() < 2) {
            return List.of();
        }
        Word letters = args.get(0);
        boolean creates = CREATES.matcher(letters.text()).matches()
                && letters.text().endsWith("f")
                && args.get(1).literal()
                && context.facts().path(args.get(1).value()) == PathKind.DIRECTORY;
        if (creates && args.size() == 3) {
            return swapped(context, args.get(1), args.get(2));
        }
        return creates && args.size() == 2 && context.says().contains("refusing to create an empty archive")
                ? unnamed(context, letters.text(), args.get(1))
                : List.of();
    }

    private static List<Suggestion> swapped(FailureContext context, Word directory, Word archive) {
        boolean swapped = ARCHIVE.matcher(archive.value()).matches()
                && context.facts().path(archive.value()) == PathKind.ABSENT
                && context.says().contains(": Cannot open: Is a directory");
        return swapped
                ? List.of(Suggestion.safe(
                        context.mended(
                                Edit.replace(directory, archive.text()), Edit.replace(archive, directory.text())),
                        "The archive comes first, then what goes into it."))
                : List.of();
    }

    private static List<Suggestion> unnamed(FailureContext context, String letters, Word directory) {
        String ending =
                letters.contains("z") ? ".gz" : letters.contains("j") ? ".bz2" : letters.contains("J") ? ".xz" : "";
        String name = PathText.baseOfFolder(directory.value());
        String archive = name + ".tar" + ending;
        boolean free = name.matches("[\\w][\\w.-]{0,100}") && context.facts().path(archive) == PathKind.ABSENT;
        return free
                ? List.of(Suggestion.safe(
                        context.mended(Edit.before(directory, archive)),
                        "The archive's name is missing before what goes into it."))
                : List.of();
    }
}
