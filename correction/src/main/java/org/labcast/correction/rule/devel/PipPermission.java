package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** pip may not write to the system's directory: install for the user; where that was asked for, with root's rights. */
public final class PipPermission implements Rule {
    private static final Pattern DENIED = Pattern.compile("Permission denied|\\[Errno 13]");

    @Override
    public String name() {
        return "pip_permission";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        return Pip.install(context)
                .filter(install -> context.says().find(DENIED).isPresent())
                .map(install -> List.of(said(context, install)))
                .orElse(List.of());
    }

    private static Suggestion said(FailureContext context, Word install) {
        return context.command().args().stream()
                .filter(word -> word.is("--user"))
                .findFirst()
                .map(user -> Suggestion.risky(
                        context.mended(
                                Edit.before(context.command().words().get(0), "sudo"),
                                context.command().without(user)),
                        "pip may not even write to the user's directory."))
                .orElseGet(() -> Suggestion.risky(
                        context.mended(Edit.after(install, "--user")),
                        "pip may not write to the system's directory, but to the user's."));
    }
}
