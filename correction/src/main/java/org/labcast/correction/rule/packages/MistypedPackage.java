package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A package that the distribution does not have, and one name of those it has is spelt nearly so. */
public final class MistypedPackage implements Rule {
    /** Shorter names have too many neighbours to be sure. */
    private static final int SHORTEST = 4;

    @Override
    public String name() {
        return "mistyped_package";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> unknown = UnknownPackages.of(context);
        // Two unknown ones point at stale lists or another distribution rather than at the fingers.
        if (unknown.size() != 1 || !unknown.get(0).bare()) {
            return List.of();
        }
        Word word = unknown.get(0);
        List<String> near = Spelling.nearest(word.value(), context.facts().names(NameKind.PACKAGES));
        return near.stream()
                .sorted()
                .map(name -> said(context, word, name, near.size() == 1))
                .toList();
    }

    /** Another digit is another version. */
    private static String digits(String name) {
        return name.replaceAll("\\D", "");
    }

    /** Two slips may as well be another package that the distribution does not have. */
    private static Suggestion said(FailureContext context, Word word, String name, boolean only) {
        return Suggestion.sure(
                only
                        && word.value().length() >= SHORTEST
                        && digits(word.value()).equals(digits(name))
                        && Spelling.isOneSlip(word.value(), name),
                context.mended(Edit.replace(word, name)),
                "There is no package '" + word.value() + "'; '" + name + "' is "
                        + (only ? "the nearest." : "one of several near ones."));
    }
}
