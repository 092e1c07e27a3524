package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** The command is a file in the working directory, where no PATH looks. */
public final class ScriptInDirectory implements Rule {
    private static final Pattern SCRIPT = Pattern.compile("[\\w.+-]+\\.(?:sh|bash|py|pl|rb|run|bin)");

    @Override
    public String name() {
        return "script_in_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.commandNotFound() || context.nothingSaid()) {
            return List.of();
        }
        Word name = context.command().nameWord();
        boolean here =
                name.literal() && !name.value().contains("/") && context.facts().path(name.value()) == PathKind.FILE;
        // Somebody else may have put a file named like a mistyped command there; a script is named on purpose.
        return here
                ? List.of(Suggestion.sure(
                        SCRIPT.matcher(name.value()).matches(),
                        context.mended(new Edit(name.start(), name.start(), "./")),
                        name.value() + " is a file in the working directory, where commands are not looked for."))
                : List.of();
    }
}
