package org.labcast.correction.rule.devel;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A Python file that was called as a command and may not be executed, or is not on the PATH. */
public final class PythonScript implements Rule {
    @Override
    public String name() {
        return "python_script";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.command().tool().endsWith(".py") || isOnPath(context) || !refused(context)) {
            return List.of();
        }
        Word script = context.command().nameWord();
        boolean there = context.facts().path(script.value()) == PathKind.FILE;
        String python = Python.name(context.facts());
        return List.of(Suggestion.sure(
                there,
                context.mended(Edit.before(script, python)),
                script.value() + " cannot be executed itself; " + python + " can run it."));
    }

    /** Then it can be executed, and the way to it is missing. */
    private static boolean isOnPath(FailureContext context) {
        return context.facts()
                .names(NameKind.EXECUTABLES)
                .contains(context.command().nameWord().value());
    }

    private static boolean refused(FailureContext context) {
        return context.commandNotFound()
                || context.says().contains("Permission denied")
                || context.says().contains("command not found");
    }
}
