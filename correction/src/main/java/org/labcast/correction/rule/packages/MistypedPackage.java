package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Spelling;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A package that the distribution does not have, and one name of those it has is spelt nearly so. */
public final class MistypedPackage implements Rule {
    /** Shorter names have too many neighbours. */
    private static final int SHORTEST = 4;

    @Override
    public String name() {
        return "mistyped_package";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        List<Word> unknown = UnknownPackages.of(situation);
        // Two unknown ones point at stale lists or another distribution rather than at the fingers.
        if (unknown.size() != 1
                || unknown.get(0).value().length() < SHORTEST
                || !unknown.get(0).bare()) {
            return List.of();
        }
        Word word = unknown.get(0);
        List<String> near = Spelling.nearest(word.value(), situation.facts().names(NameKind.PACKAGES));
        return near.stream()
                .sorted()
                .map(name -> said(situation.mended(Edit.replace(word, name)), word.value(), name, near.size() == 1))
                .toList();
    }

    private static Suggestion said(String mended, String typed, String name, boolean only) {
        String why = "There is no package '" + typed + "'; '" + name + "' is "
                + (only ? "the nearest." : "one of several near ones.");
        return Suggestion.sure(only, mended, why);
    }
}
