package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.UsageWords;
import org.labcast.correction.shell.Edit;

/** {@code npm build}: no command of npm, but a script of the project, which npm runs only when told to. */
public final class NpmScript implements Rule {
    private static final Pattern NO_COMMAND = Pattern.compile("Usage: npm <command>|Unknown command: \"");

    @Override
    public String name() {
        return "npm_script";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("npm") || context.says().find(NO_COMMAND).isEmpty()) {
            return List.of();
        }
        return context.command().operands().stream()
                .limit(1)
                .filter(word -> isScript(context, word.value()))
                .filter(word -> !UsageWords.of(context.says().lines()).contains(word.value()))
                .map(word -> Suggestion.safe(
                        context.mended(Edit.after(context.command().nameWord(), "run-script")),
                        "'" + word.value() + "' is a script of this project, not a command of npm."))
                .toList();
    }

    private static boolean isScript(FailureContext context, String word) {
        return context.facts()
                .answer("npm run-script")
                .map(scripts -> UsageWords.of(scripts.lines().toList()))
                .filter(scripts -> scripts.contains(word))
                .isPresent();
    }
}
