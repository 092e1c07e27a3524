package org.labcast.correction.rule.general;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** The command is on the user's PATH, not on the one that sudo uses (secure_path of sudoers(5)). */
public final class SudoKeepsPath implements Rule {
    @Override
    public String name() {
        return "sudo_keeps_path";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        SimpleCommand command = context.command();
        boolean hidden = context.commandNotFound()
                && command.privileged()
                && context.says().contains("sudo: " + command.nameWord().value() + ": command not found")
                && context.facts().names(NameKind.EXECUTABLES).contains(command.tool());
        // Root then runs what the user may have written.
        return hidden
                ? List.of(Suggestion.risky(
                        context.mended(Edit.before(command.nameWord(), "env \"PATH=$PATH\"")),
                        "'" + command.tool() + "' is on the user's PATH, but sudo looks elsewhere."))
                : List.of();
    }
}
