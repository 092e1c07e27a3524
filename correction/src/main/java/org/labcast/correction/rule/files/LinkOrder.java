package org.labcast.correction.rule.files;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** {@code ln -s LINK TARGET}: the first operand should be what is there already. Or the link itself is. */
public final class LinkOrder implements Rule {
    private static final Pattern EXISTS = Pattern.compile("^ln: (?:failed to create symbolic link )?.*: File exists$");

    @Override
    public String name() {
        return "link_order";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        List<Word> operands = command.operands();
        boolean symbolic = command.args().stream()
                .anyMatch(word -> word.is("--symbolic") || word.value().matches("-[a-zA-Z]*s[a-zA-Z]*"));
        if (!context.runs("ln")
                || !symbolic
                || operands.size() != 2
                || context.says().find(EXISTS).isEmpty()) {
            return List.of();
        }
        Suggestion swapped = Suggestion.risky(
                context.mended(
                        command.without(operands.get(0)),
                        command.followed(operands.get(0).text())),
                "What is there already comes first, the link's name second.");
        Suggestion replaced = Suggestion.risky(
                context.mended(Edit.after(command.nameWord(), "-fn")), "The link is there already; -fn replaces it.");
        boolean first = context.facts().path(operands.get(0).value()) != PathKind.ABSENT;
        boolean second = context.facts().path(operands.get(1).value()) != PathKind.ABSENT;
        if (first && second) {
            return List.of(replaced, swapped);
        }
        return first || second ? List.of(swapped) : List.of();
    }
}
