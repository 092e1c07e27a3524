package org.labcast.correction.rule.line;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.labcast.correction.Dangers;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** Command and first argument run together: {@code cd..}, {@code ls-l}, {@code npminstall}, {@code watchls}. */
public final class MissingSpace implements Rule {
    private static final Set<String> BUILTINS = Set.of("cd", "echo", "pwd", "test", "umask", "type");

    private static final Set<String> TAKES_COMMAND = Set.of("sudo", "watch", "time", "nohup", "man", "which");

    @Override
    public String name() {
        return "missing_space";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        if (!situation.commandNotFound() || !situation.command().nameWord().bare()) {
            return List.of();
        }
        Word word = situation.command().nameWord();
        return IntStream.range(1, word.text().length())
                .map(at -> word.text().length() - at)
                .filter(at -> known(word.text().substring(0, at), situation))
                .filter(at -> argument(
                        situation, word.text().substring(0, at), word.text().substring(at)))
                .mapToObj(at -> Suggestion.safe(
                        situation.mended(new Edit(word.start() + at, word.start() + at, " ")),
                        "A blank is missing behind '" + word.text().substring(0, at) + "'."))
                .limit(1)
                .toList();
    }

    private static boolean argument(Situation situation, String tool, String rest) {
        return "-./~".indexOf(rest.charAt(0)) >= 0
                || Subcommands.known(situation, tool, rest)
                || (TAKES_COMMAND.contains(tool) && known(rest, situation));
    }

    private static boolean known(String name, Situation situation) {
        boolean exists = BUILTINS.contains(name)
                || situation.facts().names(NameKind.EXECUTABLES).contains(name);
        return exists && !Dangers.isNamed(name);
    }
}
