package org.labcast.correction.rule.general;

import java.util.List;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** An administrator's command that exists, but not on the PATH of a plain user: in /usr/sbin or /sbin. */
public final class CommandOutsidePath implements Rule {
    @Override
    public String name() {
        return "command_outside_path";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.commandNotFound() || context.command().nameWord().value().contains("/")) {
            return List.of();
        }
        Word word = context.command().nameWord();
        return context.rootCommand(word.value()).stream()
                .map(path -> context.facts().machine().canBecomeRoot()
                                && context.command().name() == 0
                        ? Suggestion.safe(
                                context.mended(Edit.before(word, "sudo")),
                                "It is " + path + ", which is for root and not on the user's PATH.")
                        : Suggestion.safe(
                                context.mended(Edit.replace(word, path)),
                                "It is " + path + ", which is not on the PATH."))
                .toList();
    }
}
