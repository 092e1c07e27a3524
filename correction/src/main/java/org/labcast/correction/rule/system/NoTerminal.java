package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** Nobody sits at a terminal when a task runs; top has a way to print once instead. */
public final class NoTerminal implements Rule {
    private static final Pattern REFUSED =
            Pattern.compile("top: failed tty get|TERM environment variable (?:not|needs) set");

    @Override
    public String name() {
        return "no_terminal";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return context.runs("top") && context.says().find(REFUSED).isPresent()
                ? List.of(Suggestion.safe(
                        context.mended(Edit.after(context.command().nameWord(), "-b -n 1")),
                        "There is no terminal; -b -n 1 prints once."))
                : List.of();
    }
}
