package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        SimpleCommand command = situation.command();
        return situation.runs("find")
                        && !command.args().isEmpty()
                        && situation.says().find(MISSING).isPresent()
                ? List.of(Suggestion.risky(
                        situation.mended(command.followed("\\;")),
                        "What -exec runs ends with a semicolon behind a backslash."))
                : List.of();
    }
}
