package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/** A path that does not exist, and a unique nearest one that does; run unattended only for commands that merely look. */
public final class MistypedPath implements Rule {
    private static final Set<String> LOOKS = Set.of(
            "cd",
            "ls",
            "cat",
            "head",
            "tail",
            "grep",
            "less",
            "more",
            "stat",
            "file",
            "wc",
            "du",
            "df",
            "diff",
            "md5sum",
            "sha256sum");
    private static final int DEEPEST = 20;

    @Override
    public String name() {
        return "mistyped_path";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return situation.command().args().stream()
                .filter(word -> word.literal() && !word.option() && word.value().length() > 2)
                .filter(word -> missing(situation, word.value()))
                .limit(1)
                .flatMap(word -> mended(situation, word).stream())
                .toList();
    }

    private static boolean missing(Situation situation, String path) {
        return situation.facts().path(path) == PathKind.ABSENT
                && situation.says().lines().stream().anyMatch(line -> saysMissing(line, path));
    }

    private static boolean saysMissing(String line, String path) {
        return line.endsWith("can't cd to " + path)
                || (line.contains(path)
                        && (line.contains("No such file or directory")
                                || line.contains("does not exist")
                                || line.contains("did not match any file")));
    }

    private static Optional<Suggestion> mended(Situation situation, Word word) {
        return nearest(word.value(), situation.facts()).map(path -> {
            String mended = situation.mended(Edit.replace(word, Quoting.word(path)));
            String why = "There is no " + word.value() + "; " + path + " is the nearest that exists.";
            return Suggestion.sure(LOOKS.contains(situation.command().tool()), mended, why);
        });
    }

    /** Follows the path, mending each name that is not there; empty as soon as one has no unique nearest. */
    private static Optional<String> nearest(String path, MachineFacts facts) {
        String[] names = path.split("/", -1);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < names.length && i < DEEPEST; i++) {
            String prefix = found + (i == 0 ? "" : "/");
            String name = names[i];
            if (!name.isEmpty() && facts.path(prefix + name) == PathKind.ABSENT) {
                List<String> near = Spelling.nearest(name, facts.entries(prefix.isEmpty() ? "." : prefix));
                if (near.size() != 1) {
                    return Optional.empty();
                }
                name = near.get(0);
            }
            found = new StringBuilder(prefix).append(name);
        }
        return names.length > DEEPEST ? Optional.empty() : Optional.of(found.toString());
    }
}
