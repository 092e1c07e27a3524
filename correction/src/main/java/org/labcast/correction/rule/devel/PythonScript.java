package org.labcast.correction.rule.devel;

import java.util.List;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.command().tool().endsWith(".py") || !refused(situation)) {
            return List.of();
        }
        Word script = situation.command().nameWord();
        boolean there = situation.facts().path(script.value()) == PathKind.FILE;
        String python = Python.name(situation.facts());
        return List.of(Suggestion.sure(
                there,
                situation.mended(Edit.before(script, python)),
                script.value() + " cannot be executed itself; " + python + " can run it."));
    }

    private static boolean refused(Situation situation) {
        return situation.commandNotFound()
                || situation.says().contains("Permission denied")
                || situation.says().contains("command not found");
    }
}
