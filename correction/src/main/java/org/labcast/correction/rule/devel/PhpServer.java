package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code php -s localhost:8000}: {@code -s} shows a file in colours, {@code -S} serves the directory. */
public final class PhpServer implements Rule {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.-]*:\\d{1,5}");

    @Override
    public String name() {
        return "php_server";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        List<Word> args = context.command().args();
        if (!context.runs("php")) {
            return List.of();
        }
        return args.stream()
                .filter(word -> word.is("-s") && !word.equals(args.get(args.size() - 1)))
                .filter(word -> ADDRESS.matcher(args.get(args.indexOf(word) + 1).value())
                        .matches())
                .limit(1)
                .map(word -> Suggestion.risky(
                        context.mended(Edit.replace(word, "-S")), "An address stands for the server, which is -S."))
                .toList();
    }
}
