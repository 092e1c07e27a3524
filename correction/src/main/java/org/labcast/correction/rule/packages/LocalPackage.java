package org.labcast.correction.rule.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/**
 * Package files given in a way that does not bring their dependencies: to apt without a {@code ./}, which it takes for names; or to
 * dpkg, which leaves them unconfigured.
 */
public final class LocalPackage implements Rule {
    private static final Set<String> INSTALLS = Set.of("-i", "--install");

    @Override
    public String name() {
        return "local_package";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        return Family.APT.runsIn(situation) ? withDirectory(situation) : byApt(situation);
    }

    private static List<Suggestion> withDirectory(Situation situation) {
        Edit[] edits = UnknownPackages.of(situation).stream()
                .filter(word -> isFileHere(situation, word))
                .map(word -> Edit.replace(word, "./" + word.text()))
                .toArray(Edit[]::new);
        return edits.length == 0
                ? List.of()
                : List.of(Suggestion.safe(
                        situation.mended(edits), "apt takes a file in this directory for one only behind './'."));
    }

    private static boolean isFileHere(Situation situation, Word word) {
        return word.value().endsWith(".deb")
                && !word.value().contains("/")
                && situation.facts().path(word.value()) == PathKind.FILE;
    }

    private static List<Suggestion> byApt(Situation situation) {
        List<Word> args = situation.command().args();
        if (!situation.runs("dpkg")
                || args.size() < 2
                || !INSTALLS.contains(args.get(0).value())
                || !situation.says().contains("dependency problems - leaving unconfigured")) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>(List.of(
                Edit.replace(situation.command().nameWord(), "apt-get"), Edit.replace(args.get(0), "install -y")));
        for (Word word : args.subList(1, args.size())) {
            if (word.option()) {
                return List.of();
            }
            if (!word.value().contains("/")) {
                edits.add(Edit.replace(word, "./" + word.text()));
            }
        }
        return List.of(Suggestion.safe(
                situation.mended(edits.toArray(Edit[]::new)),
                "dpkg does not fetch what the package depends on; apt-get does."));
    }
}
