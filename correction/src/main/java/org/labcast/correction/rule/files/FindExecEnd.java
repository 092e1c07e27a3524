package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.SimpleCommand;

/** The end of find's -exec is missing, or was a semicolon that the shell took for its own. */
public final class FindExecEnd implements Rule {
    private static final Pattern MISSING =
            Pattern.compile("^find: missing argument to [`'\u2018]-(?:exec|execdir|ok|okdir)['\u2019]");

    @Override
    public String name() {
        return "find_exec_end";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        return context.runs("find")
                        && !command.args().isEmpty()
                        && context.says().find(MISSING).isPresent()
                ? List.of(Suggestion.risky(
                        context.mended(command.followed("\\;")),
                        "What -exec runs ends with a semicolon behind a backslash."))
                : List.of();
    }
}
