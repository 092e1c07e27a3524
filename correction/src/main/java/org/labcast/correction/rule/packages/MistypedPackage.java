package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.model.Spelling;

/** A package that the distribution does not have, and one name of those it has is spelt nearly so. */
public final class MistypedPackage implements Rule {
    private static final Pattern UNKNOWN = Pattern.compile(
            "^(?:E: Unable to locate package|Error: Unable to find a match:|No match for argument:|error: target not found:|No provider of) '?([\\w.+:-]+)");
    /** Shorter names have too many neighbours. */
    private static final int SHORTEST = 4;

    @Override
    public String name() {
        return "mistyped_package";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        List<Word> unknown = situation
                .says()
                .findAll(UNKNOWN)
                .flatMap(match -> situation.command().args().stream().filter(word -> word.is(match.group(1))))
                .distinct()
                .toList();
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
