package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** The tool says which of its commands to run instead: {@code Run "yarn add moment" instead}. */
public final class ToldInstead implements Rule {
    private static final Pattern INSTEAD = Pattern.compile(
            "(?i)\\b(?:run|use|try) [`'\"]([\\w.-]{1,40}(?: -{0,2}[\\w@][\\w@:./+=-]{0,80}+){1,10}+)[`'\"] instead");

    @Override
    public String name() {
        return "told_instead";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        if (command.args().isEmpty() || redirectedWithin(command)) {
            return List.of();
        }
        return context.says()
                .with(Set.of("instead"))
                .find(INSTEAD)
                .map(said -> List.of(said.group(1).split(" ")))
                .filter(words -> words.get(0).equals(command.tool()))
                // How to ask for help is no answer.
                .filter(words -> words.stream().noneMatch(word -> word.matches("-h|-{0,2}help")))
                .flatMap(words -> said(context, words))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Suggestion> said(FailureContext context, List<String> told) {
        SimpleCommand command = context.command();
        List<Word> args = command.args();
        // Of a tool that repeats only some of the words, all the others stay too.
        boolean verbOnly = command.operands().size() > 1
                && told.size() - 1 < args.size()
                && told.stream().skip(2).allMatch(word -> args.stream().skip(1).anyMatch(arg -> arg.is(word)));
        String mended = verbOnly
                ? context.mended(Edit.replace(command.operands().get(0), told.get(1)))
                : context.mended(new Edit(
                        args.get(0).start(),
                        args.get(args.size() - 1).end(),
                        String.join(" ", told.subList(1, told.size()))));
        // What the tool adds to the words of the command, beside the verb, may be anything.
        boolean same = told.stream().skip(2).allMatch(word -> args.stream().anyMatch(arg -> arg.is(word)));
        String why = command.tool() + " says to run '" + String.join(" ", told) + "' instead.";
        return Optional.of(Suggestion.sure(same, mended, why));
    }

    private static boolean redirectedWithin(SimpleCommand command) {
        int last = command.args().get(command.args().size() - 1).start();
        return command.redirections().stream().anyMatch(redirection -> redirection.start() < last);
    }
}
