package org.labcast.correction.rule.general;

import java.util.List;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
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
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.commandNotFound()
                || situation.command().nameWord().value().contains("/")) {
            return List.of();
        }
        Word word = situation.command().nameWord();
        return situation.rootCommand(word.value()).stream()
                .map(path -> situation.facts().machine().canBecomeRoot()
                                && situation.command().name() == 0
                        ? Suggestion.safe(
                                situation.mended(Edit.before(word, "sudo")),
                                "It is " + path + ", which is for root and not on the user's PATH.")
                        : Suggestion.safe(
                                situation.mended(Edit.replace(word, path)),
                                "It is " + path + ", which is not on the PATH."))
                .toList();
    }
}
