package org.labcast.correction.rule.line;

import java.util.List;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Tool and subcommand are joined by a hyphen: {@code apt-install tree}. */
public final class HyphenForSpace implements Rule {
    @Override
    public String name() {
        return "hyphen_for_space";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.commandNotFound() || !situation.command().nameWord().bare()) {
            return List.of();
        }
        Word word = situation.command().nameWord();
        int at = word.text().indexOf('-');
        if (at < 1) {
            return List.of();
        }
        String tool = word.text().substring(0, at);
        return situation.facts().names(NameKind.EXECUTABLES).contains(tool)
                        && Subcommands.known(situation, tool, word.text().substring(at + 1))
                ? List.of(Suggestion.safe(
                        situation.mended(new Edit(word.start() + at, word.start() + at + 1, " ")),
                        "There is no '" + word.value() + "'; a blank belongs behind '" + tool + "'."))
                : List.of();
    }
}
