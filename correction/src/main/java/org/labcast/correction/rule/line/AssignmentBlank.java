package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** Blanks around the sign of an assignment make the name a command. */
public final class AssignmentBlank implements Rule {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,60}");
    private static final Pattern BAD_NAME =
            Pattern.compile("^\\S*sh: .*export: (?:: bad variable name|[`']=.*not a valid identifier)");

    @Override
    public String name() {
        return "assignment_blank";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        boolean export = context.runs("export") && context.says().find(BAD_NAME).isPresent();
        List<Word> words = export ? command.args() : command.words();
        if (words.size() < 2
                || words.size() > 3
                || command.name() != 0
                || !(export || context.commandNotFound())
                || !NAME.matcher(words.get(0).text()).matches()
                || !words.get(1).text().startsWith("=")
                || (words.size() == 3) != words.get(1).is("=")) {
            return List.of();
        }
        String value = words.get(words.size() - 1).text().replaceFirst("^=", "");
        return List.of(Suggestion.safe(
                context.mended(new Edit(
                        words.get(0).start(),
                        words.get(words.size() - 1).end(),
                        words.get(0).text() + "=" + value)),
                "An assignment has no blanks around its sign."));
    }
}
