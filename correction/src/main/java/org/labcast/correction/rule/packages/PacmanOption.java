package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** pacman's operations are capital letters: {@code -q} alone is none, {@code -Q} is. */
public final class PacmanOption implements Rule {
    private static final Pattern INVALID = Pattern.compile("^error: (?:invalid option '-|no operation specified)");
    private static final Pattern SMALL = Pattern.compile("-[surqfdvt][a-z]*");
    /** They only look; a small s may have been meant as a search. */
    private static final String LOOKS = "QFTV";

    @Override
    public String name() {
        return "pacman_option";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean operation =
                context.command().args().stream().anyMatch(word -> word.value().matches("-[A-Z].*"));
        boolean invalid = context.says().find(INVALID).isPresent() || context.nothingSaid();
        if (!Family.PACMAN.runsIn(context) || operation || !invalid) {
            return List.of();
        }
        return context.command().args().stream()
                .filter(word -> SMALL.matcher(word.value()).matches() && word.bare())
                .limit(1)
                .map(word -> capital(context, word))
                .toList();
    }

    private static Suggestion capital(FailureContext context, Word word) {
        String letter = word.value().substring(1, 2).toUpperCase(Locale.ROOT);
        String option = "-" + letter + word.value().substring(2);
        return Suggestion.sure(
                LOOKS.contains(letter),
                context.mended(Edit.replace(word, option)),
                "pacman's operations are capital letters: " + option + ".");
    }
}
