package org.labcast.correction.rule.devel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;

/** A container's command was asked for with a terminal, as one types it; an unattended task has none. */
public final class ContainerTerminal implements Rule {
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)input device is not a TTY|stdin is not a terminal|cannot enable tty mode on non tty input");
    private static final Pattern LETTERS = Pattern.compile("-[a-zA-Z]*t[a-zA-Z]*");

    @Override
    public String name() {
        return "container_terminal";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (!context.runs("docker", "podman", "nerdctl", "docker-compose")
                || context.says().find(REFUSED).isEmpty()) {
            return List.of();
        }
        return without(context).or(() -> compose(context)).stream()
                .map(mended ->
                        Suggestion.safe(mended, "A task has no terminal; the command in the container needs none."))
                .toList();
    }

    private static Optional<Word> verb(FailureContext context) {
        return context.command().operands().stream()
                .filter(word -> word.is("exec") || word.is("run"))
                .findFirst();
    }

    /** The options that stand directly behind the verb are docker's own. */
    private static Optional<String> without(FailureContext context) {
        return verb(context)
                .flatMap(verb -> context.command().args().stream()
                        .filter(word -> word.start() > verb.start())
                        .takeWhile(Word::option)
                        .filter(word -> word.bare()
                                && (word.is("--tty")
                                        || LETTERS.matcher(word.value()).matches()))
                        .findFirst()
                        .map(word -> {
                            String rest = word.is("--tty") ? "-" : word.value().replace("t", "");
                            return context.mended(
                                    rest.equals("-") ? context.command().without(word) : Edit.replace(word, rest));
                        }));
    }

    /** Compose asks for a terminal unless told not to. */
    private static Optional<String> compose(FailureContext context) {
        boolean compose = context.runs("docker-compose")
                || context.command().operands().stream()
                        .findFirst()
                        .filter(word -> word.is("compose"))
                        .isPresent();
        return compose ? verb(context).map(verb -> context.mended(Edit.after(verb, "-T"))) : Optional.empty();
    }
}
