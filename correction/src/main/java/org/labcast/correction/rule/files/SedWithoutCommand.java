package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code sed -n 1,5 FILE}: with -n and lines alone, printing them is all that can be meant. */
public final class SedWithoutCommand implements Rule {
    private static final String ADDRESS = "(?:[0-9]{1,9}|\\$|/[^/\\\\]{1,200}/)";
    private static final Pattern LINES = Pattern.compile(ADDRESS + "(?:," + ADDRESS + ")?");

    @Override
    public String name() {
        return "sed_without_command";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        boolean refused = situation.runs("sed")
                && situation.says().contains("missing command")
                && situation.command().hasOption("-n", "--quiet", "--silent");
        return refused
                ? situation.command().args().stream()
                        .filter(word -> !word.option()
                                && word.literal()
                                && LINES.matcher(word.value()).matches())
                        .limit(1)
                        .map(word -> printed(situation, word))
                        .toList()
                : List.of();
    }

    private static Suggestion printed(Situation situation, Word lines) {
        boolean quoted = lines.text().endsWith("'") || lines.text().endsWith("\"");
        int end = lines.end() - (quoted ? 1 : 0);
        return Suggestion.safe(
                situation.mended(new Edit(end, end, "p")), "The lines are named, and not what is done with them.");
    }
}
