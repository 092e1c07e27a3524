package org.labcast.correction.rule.general;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.MachineFacts;
import org.labcast.correction.PathKind;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.effect.Effect;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Quoting;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/** A path that does not exist, and a unique nearest one that does; run unattended only for commands that merely look. */
public final class MistypedPath implements Rule {
    private static final Pattern AT_HOME = Pattern.compile("~/[\\w.@%+=:,/-]{1,200}");
    private static final int DEEPEST = 20;

    @Override
    public String name() {
        return "mistyped_path";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        Stream<Suggestion> args = context.command().args().stream()
                .filter(word -> word.literal() && !word.option() && word.value().length() > 2)
                .filter(word -> missing(context, word.value()))
                .flatMap(word -> mended(context, word).stream());
        Stream<Suggestion> atHome = context.command().args().stream()
                .filter(word -> AT_HOME.matcher(word.text()).matches())
                .flatMap(word -> mendedAtHome(context, word));
        return Stream.of(args, atHome, program(context))
                .flatMap(all -> all)
                .limit(1)
                .toList();
    }

    /** A program or script that is called by its path. */
    private static Stream<Suggestion> program(FailureContext context) {
        if (context.command().empty()) {
            return Stream.empty();
        }
        Word name = context.command().nameWord();
        boolean absent = name.literal()
                && name.value().contains("/")
                && context.facts().path(name.value()) == PathKind.ABSENT
                && context.says().lines().stream()
                        .anyMatch(line -> line.endsWith(name.value() + ": No such file or directory")
                                || line.endsWith(name.value() + ": not found")
                                || line.endsWith(name.value() + ": command not found"));
        return absent ? mended(context, name).stream() : Stream.empty();
    }

    /** The shell has put the home directory in the place of {@code ~}, and the tool names it. */
    private static Stream<Suggestion> mendedAtHome(FailureContext context, Word word) {
        Pattern whole = Pattern.compile(
                "(/[\\w./@-]{1,200}?)" + Pattern.quote(word.text().substring(1)));
        return context.says().find(whole).stream()
                .filter(said -> missing(context, said.group()))
                .flatMap(said -> nearest(said.group(), context.facts()).stream()
                        .filter(path -> path.startsWith(said.group(1) + "/"))
                        .map(path -> path.substring(said.group(1).length() + 1)))
                .map(path -> said(context, word, "~/" + Quoting.word(path)));
    }

    private static boolean missing(FailureContext context, String path) {
        return context.facts().path(path) == PathKind.ABSENT
                && context.says().lines().stream().anyMatch(line -> saysMissing(line, path));
    }

    private static boolean saysMissing(String line, String path) {
        return line.endsWith("can't cd to " + path)
                || line.endsWith("cannot open " + path + ": No such file")
                || line.contains("cannot find or open " + path + ",")
                || (line.contains(path)
                        && (line.contains("No such file or directory")
                                || line.contains("does not exist")
                                || line.contains("did not match any file")));
    }

    private static Optional<Suggestion> mended(FailureContext context, Word word) {
        return nearest(word.value(), context.facts()).map(path -> said(context, word, Quoting.word(path)));
    }

    private static Suggestion said(FailureContext context, Word word, String path) {
        String why = "There is no " + word.value() + "; " + path + " is the nearest that exists.";
        return Suggestion.sure(looks(context.command()), context.mended(Edit.replace(word, path)), why);
    }

    private static boolean looks(SimpleCommand command) {
        return EffectTables.shipped().read(command).effect() == Effect.LOOKS;
    }

    /** One that differs in capital letters only is nearer than any other. */
    private static List<String> nearestName(String name, Set<String> names) {
        List<String> same = names.stream().filter(name::equalsIgnoreCase).toList();
        return same.size() == 1 ? same : Spelling.nearest(name, names);
    }

    /** Follows the path, mending each name that is not there; empty as soon as one has no unique nearest. */
    private static Optional<String> nearest(String path, MachineFacts facts) {
        String[] names = path.split("/", -1);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < names.length && i < DEEPEST; i++) {
            String prefix = found + (i == 0 ? "" : "/");
            String name = names[i];
            if (!name.isEmpty() && facts.path(prefix + name) == PathKind.ABSENT) {
                List<String> near = nearestName(name, facts.entries(prefix.isEmpty() ? "." : prefix));
                if (near.size() != 1) {
                    return Optional.empty();
                }
                name = near.get(0);
            }
            found = new StringBuilder(prefix).append(name);
        }
        return names.length > DEEPEST ? Optional.empty() : Optional.of(found.toString());
    }
}
