package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** grep was given the file first and the pattern behind it. */
public final class GrepOperandOrder implements Rule {
    private static final Pattern MISSING = Pattern.compile("^[ef]?grep: (.+): No such file or directory$");

    @Override
    public String name() {
        return "grep_operand_order";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        List<Word> operands = command.operands();
        if (!context.runs("grep", "egrep", "fgrep") || operands.size() < 2) {
            return List.of();
        }
        Word file = operands.get(0);
        boolean swapped = !operands.get(1).value().contains("/")
                && isPath(context.facts().path(file.value()))
                && context.says()
                        .find(MISSING)
                        .filter(said -> said.group(1).equals(operands.get(1).value()))
                        .isPresent();
        return swapped
                ? List.of(Suggestion.safe(
                        context.mended(command.without(file), command.followed(file.text())),
                        "The pattern comes first; " + file.value() + " is what to search."))
                : List.of();
    }

    private static boolean isPath(PathKind kind) {
        return kind == PathKind.FILE || kind == PathKind.DIRECTORY;
    }
}
