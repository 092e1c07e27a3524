package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        boolean refused = context.runs("sed")
                && context.says().contains("missing command")
                && context.command().hasOption("-n", "--quiet", "--silent");
        return refused
                ? context.command().args().stream()
                        .filter(word -> !word.option()
                                && word.literal()
                                && LINES.matcher(word.value()).matches())
                        .limit(1)
                        .map(word -> printed(context, word))
                        .toList()
                : List.of();
    }

    private static Suggestion printed(FailureContext context, Word lines) {
        boolean quoted = lines.text().endsWith("'") || lines.text().endsWith("\"");
        int end = lines.end() - (quoted ? 1 : 0);
        return Suggestion.safe(
                context.mended(new Edit(end, end, "p")), "The lines are named, and not what is done with them.");
    }
}
