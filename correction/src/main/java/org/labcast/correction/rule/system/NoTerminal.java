package org.labcast.correction.rule.system;

import java.util.List;
import java.util.regex.Pattern;
import org.labcast.correction.Rule;
import org.labcast.correction.Situation;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;

/** Nobody sits at a terminal when a task runs: top prints once, docker and podman attach the input alone. */
public final class NoTerminal implements Rule {
    private static final Pattern REFUSED = Pattern.compile(
            "top: failed tty get|TERM environment variable (?:not|needs) set|input device is not a TTY|not a terminal");
    private static final Pattern TTY = Pattern.compile("-it|-ti|-t|--tty");

    @Override
    public String name() {
        return "no_terminal";
    }

    @Override
    public List<Suggestion> suggest(Situation situation) {
        SimpleCommand command = situation.command();
        if (command.empty() || situation.says().find(REFUSED).isEmpty()) {
            return List.of();
        }
        if (situation.runs("top")) {
            return List.of(Suggestion.safe(
                    situation.mended(Edit.after(command.nameWord(), "-b -n 1")),
                    "There is no terminal; -b -n 1 prints once."));
        }
        return situation.runs("docker", "podman", "kubectl") && command.hasOption("exec", "run")
                ? command.args().stream()
                        .filter(word -> TTY.matcher(word.text()).matches())
                        .limit(1)
                        .map(word -> Suggestion.safe(
                                situation.mended(
                                        word.is("-t") || word.is("--tty")
                                                ? command.without(word)
                                                : Edit.replace(word, "-i")),
                                "There is no terminal to attach."))
                        .toList()
                : List.of();
    }
}
