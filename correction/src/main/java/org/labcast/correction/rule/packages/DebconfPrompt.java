package org.labcast.correction.rule.packages;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;

/** debconf asked a question where there is no terminal, which waits until the task's time is over. Source: debconf(7). */
public final class DebconfPrompt implements Rule {
    private static final Pattern ASKED = Pattern.compile("^debconf: falling back to frontend: (?:Teletype|Readline)"
            + "|^debconf: \\(.*dialog frontend.*(?:not usable|will not work)");

    @Override
    public String name() {
        return "debconf_prompt";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean told = context.script().text().contains("DEBIAN_FRONTEND=");
        boolean asks = Family.APT.runsIn(context) || context.runs("dpkg", "dpkg-reconfigure");
        return asks && !told && context.says().find(ASKED).isPresent()
                ? List.of(Suggestion.safe(
                        context.mended(Edit.before(context.command().nameWord(), "env DEBIAN_FRONTEND=noninteractive")),
                        "A package asked a question and nobody was there; this takes its own answers."))
                : List.of();
    }
}
