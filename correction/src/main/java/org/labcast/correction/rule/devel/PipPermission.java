package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        return Pip.install(situation)
                .filter(install -> situation.says().find(DENIED).isPresent())
                .map(install -> List.of(said(situation, install)))
                .orElse(List.of());
    }

    private static Suggestion said(Situation situation, Word install) {
        return situation.command().args().stream()
                .filter(word -> word.is("--user"))
                .findFirst()
                .map(user -> Suggestion.risky(
                        situation.mended(
                                Edit.before(situation.command().words().get(0), "sudo"),
                                situation.command().without(user)),
                        "pip may not even write to the user's directory."))
                .orElseGet(() -> Suggestion.risky(
                        situation.mended(Edit.after(install, "--user")),
                        "pip may not write to the system's directory, but to the user's."));
    }
}
