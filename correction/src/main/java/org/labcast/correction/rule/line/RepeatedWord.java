package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.SimpleCommand;

/** The command's name is there twice. */
public final class RepeatedWord implements Rule {
    private static final Pattern TOO_MANY = Pattern.compile("too many arguments|extra operand");

    @Override
    public String name() {
        return "repeated_word";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        if (command.args().isEmpty()
                || !command.args().get(0).is(command.nameWord().value())) {
            return List.of();
        }
        boolean refused = refused(context, command.args().get(0).value());
        return refused || context.nothingSaid()
                ? List.of(Suggestion.sure(
                        refused,
                        context.mended(command.without(command.args().get(0))),
                        "'" + command.nameWord().value() + "' is there twice."))
                : List.of();
    }

    /** Whether the tool quotes the second one or ends a complaint with it: it knows no such operand. */
    private static boolean refused(FailureContext context, String word) {
        String name = Pattern.quote(word);
        Pattern quoted = Pattern.compile(
                "['\"`\u2018]" + name + "['\"\u2019]|(?:operation|verb|command|cd to) " + name + "\\.?$");
        return context.says().find(TOO_MANY).isPresent()
                || context.says().find(quoted).isPresent();
    }
}
