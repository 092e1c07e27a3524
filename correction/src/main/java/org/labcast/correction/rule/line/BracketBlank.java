package org.labcast.correction.rule.line;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/** {@code [-f x ]} and {@code [ -f x]}: the bracket of a test is a word of its own. */
public final class BracketBlank implements Rule {
    private static final Pattern OPENS = Pattern.compile("\\[\\[?(?=[-!$\"'\\w/]).{1,200}");
    private static final Pattern UNCLOSED = Pattern.compile("\\[: missing '?`?]'?");
    private static final Pattern CLOSES = Pattern.compile("[^\\[\\]]{1,200}]");

    @Override
    public String name() {
        return "bracket_blank";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        if (command.empty()) {
            return List.of();
        }
        Word last = command.words().get(command.words().size() - 1);
        Word name = command.nameWord();
        if (OPENS.matcher(name.text()).matches()
                && context.commandNotFound()
                && last.text().endsWith("]")) {
            int opens = name.start() + (name.text().startsWith("[[") ? 2 : 1);
            return List.of(blanks(context, new Edit(opens, opens, " "), last));
        }
        return name.is("[")
                        && context.says().find(UNCLOSED).isPresent()
                        && CLOSES.matcher(last.text()).matches()
                ? List.of(blanks(context, new Edit(name.start(), name.start(), ""), last))
                : List.of();
    }

    /** The closing bracket may lack its blank too. */
    private static Suggestion blanks(FailureContext context, Edit opening, Word last) {
        int length = last.text().replaceFirst("]{1,2}$", "").length();
        int closes = last.start() + length;
        Edit closing = new Edit(closes, closes, length == 0 ? "" : " ");
        return Suggestion.safe(
                context.mended(opening, closing), "The brackets of a test are words of their own, with blanks around.");
    }
}
