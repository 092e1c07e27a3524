package org.labcast.correction.rule.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        return Family.APT.runsIn(context) ? withDirectory(context) : byApt(context);
    }

    private static List<Suggestion> withDirectory(FailureContext context) {
        Edit[] edits = UnknownPackages.of(context).stream()
                .filter(word -> isFileHere(context, word))
                .map(word -> Edit.replace(word, "./" + word.text()))
                .toArray(Edit[]::new);
        return edits.length == 0
                ? List.of()
                : List.of(Suggestion.safe(
                        context.mended(edits), "apt takes a file in this directory for one only behind './'."));
    }

    private static boolean isFileHere(FailureContext context, Word word) {
        return word.value().endsWith(".deb")
                && !word.value().contains("/")
                && context.facts().path(word.value()) == PathKind.FILE;
    }

    private static List<Suggestion> byApt(FailureContext context) {
        List<Word> args = context.command().args();
        if (!context.runs("dpkg")
                || args.size() < 2
                || !INSTALLS.contains(args.get(0).value())
                || !context.says().contains("dependency problems - leaving unconfigured")) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>(List.of(
                Edit.replace(context.command().nameWord(), "apt-get"), Edit.replace(args.get(0), "install -y")));
        for (Word word : args.subList(1, args.size())) {
            if (word.option()) {
                return List.of();
            }
            if (!word.value().contains("/")) {
                edits.add(Edit.replace(word, "./" + word.text()));
            }
        }
        return List.of(Suggestion.safe(
                context.mended(edits.toArray(Edit[]::new)),
                "dpkg does not fetch what the package depends on; apt-get does."));
    }
}
