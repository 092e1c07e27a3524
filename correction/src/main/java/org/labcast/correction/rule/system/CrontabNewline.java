package org.labcast.correction.rule.system;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** crontab refuses a file whose last line has no end; GNU sed's {@code $a\} adds one where it is missing. */
public final class CrontabNewline implements Rule {
    @Override
    public String name() {
        return "crontab_newline";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> args = context.command().args();
        boolean refused = context.runs("crontab") && context.says().contains("missing newline before EOF");
        if (!refused || args.isEmpty()) {
            return List.of();
        }
        Word file = args.get(args.size() - 1);
        if (file.option()
                || file.is("-")
                || !file.literal()
                || context.command().joint().startsWith("|")) {
            return List.of();
        }
        String whole = context.command().raised("sed '$a\\' -- " + file.text() + " | ");
        int start = context.command().start();
        return List.of(Suggestion.safe(
                context.mended(new Edit(start, start, whole), Edit.replace(file, "-")),
                "The last line of " + file.value() + " has no end, which crontab wants."));
    }
}
