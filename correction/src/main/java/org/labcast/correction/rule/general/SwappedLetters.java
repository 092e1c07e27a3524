package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Set;
import org.labcast.correction.DestructiveCommands;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Two letters of a standard command changed places, and the machine does not say which commands it has. */
public final class SwappedLetters implements Rule {
    private static final Set<String> STANDARD = Set.of(
            ("awk cat cd chmod chown cp cut date df diff du echo env find grep head id kill less ln ls man mkdir mv ps pwd sed sort"
                            + " ssh stat su sudo tail tar tee touch tr uname uniq wc which")
                    .split(" "));

    @Override
    public String name() {
        return "swapped_letters";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean unknown = !context.command().empty()
                && (context.nothingSaid() || context.commandNotFound())
                && context.facts().names(NameKind.EXECUTABLES).isEmpty();
        if (!unknown || !context.command().nameWord().bare()) {
            return List.of();
        }
        Word word = context.command().nameWord();
        return STANDARD.stream()
                .filter(name -> !DestructiveCommands.isNamed(name) && swapped(word.value(), name))
                .sorted()
                .map(name -> Suggestion.risky(
                        context.mended(Edit.replace(word, name)),
                        "It looks like '" + name + "' with two letters swapped."))
                .toList();
    }

    private static boolean swapped(String typed, String name) {
        for (int i = 0; i + 1 < typed.length() && typed.length() == name.length(); i++) {
            String back = typed.substring(0, i) + typed.charAt(i + 1) + typed.charAt(i) + typed.substring(i + 2);
            if (back.equals(name) && !typed.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
