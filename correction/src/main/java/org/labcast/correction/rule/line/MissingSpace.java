package org.labcast.correction.rule.line;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.labcast.correction.DestructiveCommands;
import org.labcast.correction.FailureContext;
import org.labcast.correction.NameKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** Command and first argument run together: {@code cd..}, {@code ls-l}, {@code npminstall}, {@code watchls}. */
public final class MissingSpace implements Rule {
    private static final Set<String> BUILTINS = Set.of("cd", "echo", "pwd", "test", "umask", "type");

    private static final Set<String> TAKES_COMMAND = Set.of("sudo", "watch", "time", "nohup", "man", "which");

    private static final Pattern LONGER = Pattern.compile("\\w{2,20}-[a-z][\\w-]{2,40}");
    private static final int LONG = 3;

    @Override
    public String name() {
        return "missing_space";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        if (context.command().empty()
                || !(context.commandNotFound() || noSuchPath(context))
                || !context.command().nameWord().bare()
                || longerName(context)) {
            return List.of();
        }
        Word word = context.command().nameWord();
        List<Integer> ends = IntStream.range(1, word.text().length())
                .map(at -> word.text().length() - at)
                .filter(at -> known(word.text().substring(0, at), context))
                .boxed()
                .toList();
        Optional<Integer> sure = ends.stream()
                .filter(at -> argument(
                        context, word.text().substring(0, at), word.text().substring(at)))
                .findFirst();
        return sure.or(() -> ends.stream().filter(at -> perhaps(context, at)).findFirst()).stream()
                .map(at -> Suggestion.sure(
                        sure.isPresent(),
                        context.mended(new Edit(word.start() + at, word.start() + at, " ")),
                        "A blank is missing behind '" + word.text().substring(0, at) + "'."))
                .toList();
    }

    /** {@code ls/etc}: the shell takes it for a path. */
    private static boolean noSuchPath(FailureContext context) {
        String name = context.command().nameWord().value();
        return name.indexOf('/') > 0
                && context.says().lines().stream()
                        .anyMatch(line -> line.endsWith(": " + name + ": No such file or directory"));
    }

    /** {@code ssh-kegen} and {@code dpkg-reconfigure} are no options of ssh and dpkg. */
    private static boolean longerName(FailureContext context) {
        String name = context.command().nameWord().value();
        if (!LONGER.matcher(name).matches()) {
            return false;
        }
        Set<String> names = new HashSet<>(context.facts().names(NameKind.EXECUTABLES));
        names.addAll(context.rootCommands());
        return names.contains(name) || !Spelling.nearest(name, names).isEmpty();
    }

    /** A longer command, and behind it what may be the name of a file: {@code mkdirbackup}, which is no other command mistyped. */
    private static boolean perhaps(FailureContext context, int at) {
        String word = context.command().nameWord().text();
        return at >= LONG
                && Character.isLetterOrDigit(word.charAt(at))
                && word.length() - at >= LONG
                && Spelling.nearest(word, context.facts().names(NameKind.EXECUTABLES))
                        .isEmpty();
    }

    private static boolean argument(FailureContext context, String tool, String rest) {
        // apt-key or apt-get-install are not apt with an option.
        boolean option = rest.startsWith("-") && !Subcommands.has(tool);
        return option
                || "./~".indexOf(rest.charAt(0)) >= 0
                || Subcommands.known(context, tool, rest)
                || (TAKES_COMMAND.contains(tool) && known(rest, context));
    }

    private static boolean known(String name, FailureContext context) {
        boolean exists = BUILTINS.contains(name)
                || context.facts().names(NameKind.EXECUTABLES).contains(name);
        return exists && !DestructiveCommands.isNamed(name);
    }
}
