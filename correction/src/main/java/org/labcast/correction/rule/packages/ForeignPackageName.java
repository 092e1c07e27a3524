package org.labcast.correction.rule.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Packages that the distribution does not have under the names by which others know them. */
public final class ForeignPackageName implements Rule {
    @Override
    public String name() {
        return "foreign_package_name";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Optional<Family> here = Family.of(context.command().tool());
        if (here.isEmpty()) {
            return List.of();
        }
        List<Edit> certain = new ArrayList<>();
        List<Edit> guesses = new ArrayList<>();
        for (Word word : UnknownPackages.of(context)) {
            List<String> names = candidates(context, here.get(), word.value());
            (names.size() == 1 ? certain : guesses)
                    .addAll(names.stream().map(name -> Edit.replace(word, name)).toList());
        }
        if (guesses.isEmpty()) {
            return certain.isEmpty() ? List.of() : List.of(said(context, certain, true));
        }
        return guesses.stream()
                .map(guess -> said(
                        context,
                        Stream.concat(certain.stream(), Stream.of(guess)).toList(),
                        false))
                .toList();
    }

    private static Suggestion said(FailureContext context, List<Edit> edits, boolean sure) {
        String names = String.join(", ", edits.stream().map(Edit::with).toList());
        return Suggestion.sure(
                sure,
                context.mended(edits.toArray(Edit[]::new)),
                "The name is another distribution's; here it is " + (sure ? "" : "one of several, perhaps ") + names
                        + ".");
    }

    private static List<String> candidates(FailureContext context, Family here, String name) {
        List<String> known = PackageNames.here(here, name).stream()
                .filter(to -> Family.mayHave(context, to.replaceFirst(" .*", "")))
                .toList();
        Set<String> packages = context.facts().names(NameKind.PACKAGES);
        return known.isEmpty() ? habits(name).filter(packages::contains).toList() : known;
    }

    /** How distributions name what programs are built with, and Python's modules. */
    private static Stream<String> habits(String name) {
        if (name.matches(".+-dev(?:el)?")) {
            String bare = name.replaceFirst("^lib", "").replaceFirst("-dev(?:el)?$", "");
            return Stream.of("lib" + bare + "-dev", bare + "-dev", "lib" + bare + "-devel", bare + "-devel");
        }
        String module = name.replaceFirst("^(?:python3|python|py3)-", "");
        return module.equals(name)
                ? Stream.empty()
                : Stream.of("python3-" + module, "python-" + module, "py3-" + module);
    }
}
