package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Set;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** {@code sudo cd X && pwd}: cd is the shell's own, so root's shell has to do all of the line. */
public final class SudoBuiltin implements Rule {
    private static final Set<String> LOOKS =
            Set.of("pwd", "ls", "cat", "head", "tail", "grep", "stat", "du", "df", "wc", "file");

    @Override
    public String name() {
        return "sudo_builtin";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        List<SimpleCommand> all = context.script().commands();
        // Behind a semicolon the rest has run already, in another directory.
        boolean moves = context.runs("cd")
                && command.name() == 1
                && command.words().get(0).is("sudo")
                && context.commandNotFound()
                && all.size() > 1
                && command.equals(all.get(0))
                && all.stream().skip(1).allMatch(one -> one.joint().equals("&&"));
        if (!moves || context.script().structured() || context.script().opaque()) {
            return List.of();
        }
        boolean looks = all.stream()
                .allMatch(one -> (one.equals(command) || LOOKS.contains(one.tool()))
                        && one.redirections().isEmpty()
                        && one.words().stream().allMatch(Word::literal));
        int begin = command.nameWord().start();
        int end = all.get(all.size() - 1).end();
        String inner = context.script().text().substring(begin, end);
        return List.of(Suggestion.sure(
                looks,
                context.mended(new Edit(begin, end, "sh -c " + Quoting.word(inner))),
                "cd belongs to the shell, so sudo needs one for all of it."));
    }
}
