package org.labcast.correction.rule.packages;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A snap that is not confined: snap installs it only where somebody says so. */
public final class SnapClassic implements Rule {
    @Override
    public String name() {
        return "snap_classic";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean refused = context.runs("snap")
                && context.says().contains("--classic")
                && !context.command().hasOption("--classic");
        return context.command().operands().stream()
                .filter(Word::bare)
                .filter(word -> refused && (word.is("install") || word.is("refresh")))
                .limit(1)
                .map(word -> Suggestion.risky(
                        context.mended(Edit.after(word, "--classic")),
                        "This snap is not confined: with --classic it may do whatever its user may."))
                .toList();
    }
}
