package org.labcast.correction.rule.devel;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** prove finds no tests in a directory, as they are further down. */
public final class ProveRecursively implements Rule {
    @Override
    public String name() {
        return "prove_recursively";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        boolean recursive = command.args().stream()
                .anyMatch(word -> word.is("--recurse") || word.value().matches("-[a-zA-Z]*r[a-zA-Z]*"));
        boolean directory =
                command.operands().stream().anyMatch(word -> context.facts().path(word.value()) == PathKind.DIRECTORY);
        return context.runs("prove") && context.says().contains("NOTESTS") && !recursive && directory
                ? List.of(Suggestion.safe(
                        context.mended(Edit.after(command.nameWord(), "-r")),
                        "prove looks into directories below only when told to."))
                : List.of();
    }
}
