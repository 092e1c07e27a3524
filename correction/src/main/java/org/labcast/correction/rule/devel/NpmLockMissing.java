package org.labcast.correction.rule.devel;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** {@code npm ci} installs what a lock file names, and the project has none; without one npm chooses the versions again. */
public final class NpmLockMissing implements Rule {
    @Override
    public String name() {
        return "npm_lock_missing";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        boolean refused =
                context.runs("npm") && context.says().contains("can only install with an existing package-lock.json");
        return context.command().operands().stream()
                .filter(Word::bare)
                .filter(word -> refused && (word.is("ci") || word.is("clean-install")))
                .limit(1)
                .map(word -> Suggestion.risky(
                        context.mended(Edit.replace(word, "install")),
                        "The project has no package-lock.json; npm install chooses the versions and writes one."))
                .toList();
    }
}
