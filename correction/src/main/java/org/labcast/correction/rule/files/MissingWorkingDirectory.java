package org.labcast.correction.rule.files;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Word;

/** cd into a directory that is not there and resembles none that is: whether it should be is for a person to say. */
public final class MissingWorkingDirectory implements Rule {
    @Override
    public String name() {
        return "missing_working_directory";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> operands = context.command().operands();
        if (!context.runs("cd") || operands.size() != 1 || !operands.get(0).literal()) {
            return List.of();
        }
        String path = operands.get(0).value();
        boolean missing = context.facts().path(path) == PathKind.ABSENT
                && (context.says().contains("can't cd to " + path)
                        || context.says().contains("cd: " + path + ": No such file or directory")
                        || context.says().contains("no such file or directory: " + path));
        return missing
                ? List.of(Suggestion.risky(
                        context.mended(context.command()
                                .preceded("mkdir -p " + operands.get(0).text())),
                        "There is no directory " + path + "."))
                : List.of();
    }
}
