package org.labcast.correction.rule.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The command is another distribution's package manager: its verb and the packages' names have a counterpart here. */
public final class ForeignPackageManager implements Rule {
    /** Options that change nothing about what is wanted. Others are dropped, too, but then a person must look. */
    private static final Set<String> IDLE = Set.of(
            "-y",
            "--yes",
            "-q",
            "-qq",
            "-v",
            "--quiet",
            "--assumeyes",
            "--assume-yes",
            "-n",
            "--non-interactive",
            "--noconfirm",
            "--needed",
            "--no-cache",
            "-l",
            "--refresh",
            "--best");

    @Override
    public String name() {
        return "foreign_package_manager";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        String here = context.facts().machine().packageManager();
        String there = context.command().tool();
        if (here.equals(there) || here.isEmpty() || !context.commandNotFound()) {
            return List.of();
        }
        return PackageVerb.read(there, context.command().args())
                .flatMap(verb -> translated(context, verb, here))
                .map(List::of)
                .orElse(List.of());
    }

    /** The whole call takes the name's place; verb and options go, as those of one manager mean nothing to another. */
    private static Optional<Suggestion> translated(FailureContext context, PackageVerb verb, String here) {
        return verb.in(here).map(call -> {
            List<Edit> edits =
                    new ArrayList<>(List.of(Edit.replace(context.command().nameWord(), call)));
            boolean sure = true;
            for (Word word : context.command().args()) {
                if (word.option() || verb.isPartOf(word)) {
                    edits.add(new Edit(word.start() - 1, word.end(), ""));
                    sure &= verb.isPartOf(word) || IDLE.contains(word.value());
                } else if (verb.deed() != PackageVerb.Deed.SEARCH) {
                    List<String> names = named(context, here, word.value());
                    names.stream().limit(1).forEach(name -> edits.add(Edit.replace(word, name)));
                    sure &= names.size() <= 1;
                }
            }
            String there = context.command().tool();
            return Suggestion.sure(
                    sure,
                    context.mended(edits.toArray(Edit[]::new)),
                    "'" + there + "' belongs to another distribution; '" + here + "' does it here.");
        });
    }

    private static List<String> named(FailureContext context, String here, String name) {
        Optional<Family> from = Family.of(context.command().tool());
        return Family.of(here)
                .map(to -> from.map(family -> PackageNames.here(to, name, family))
                        .orElseGet(() -> PackageNames.here(to, name)))
                .orElse(List.of());
    }
}
