package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        SimpleCommand command = situation.command();
        if (command.args().isEmpty()
                || !command.args().get(0).is(command.nameWord().value())) {
            return List.of();
        }
        boolean refused = refused(situation, command.args().get(0).value());
        return refused || situation.nothingSaid()
                ? List.of(Suggestion.sure(
                        refused,
                        situation.mended(command.without(command.args().get(0))),
                        "'" + command.nameWord().value() + "' is there twice."))
                : List.of();
    }

    /** Whether the tool quotes the second one or ends a complaint with it: it knows no such operand. */
    private static boolean refused(Situation situation, String word) {
        String name = Pattern.quote(word);
        Pattern quoted = Pattern.compile(
                "['\"`\u2018]" + name + "['\"\u2019]|(?:operation|verb|command|cd to) " + name + "\\.?$");
        return situation.says().find(TOO_MANY).isPresent()
                || situation.says().find(quoted).isPresent();
    }
}
