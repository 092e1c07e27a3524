package org.labcast.correction.rule.line;

import java.util.List;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
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
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.commandNotFound() || !context.command().nameWord().bare()) {
            return List.of();
        }
        Word word = context.command().nameWord();
        // The tool may have a hyphen of its own: apt-get-install.
        return Stream.iterate(
                        word.text().lastIndexOf('-'),
                        at -> at > 0,
                        at -> word.text().lastIndexOf('-', at - 1))
                .filter(at -> joined(
                        context, word.text().substring(0, at), word.text().substring(at + 1)))
                .limit(1)
                .map(at -> Suggestion.safe(
                        context.mended(new Edit(word.start() + at, word.start() + at + 1, " ")),
                        "There is no '" + word.value() + "'; a blank belongs behind '"
                                + word.text().substring(0, at) + "'."))
                .toList();
    }

    private static boolean joined(FailureContext context, String tool, String subcommand) {
        return context.facts().names(NameKind.EXECUTABLES).contains(tool)
                && Subcommands.known(context, tool, subcommand);
    }
}
