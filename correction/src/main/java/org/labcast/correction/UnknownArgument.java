package org.labcast.correction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * An argument that the tool says it does not know.
 *
 * @param name the part of the word that is unknown: all of it, or what stands before a colon as in {@code task:argument}
 */
public record UnknownArgument(Word word, String name) {
    private static final String OBJECT =
            "(?:sub)?(?:command|task|target|script|goal|choice|operation|argument|option|verb)";
    private static final Pattern UNKNOWN =
            Pattern.compile("(?i)\\b(?:(?:no such|unknown|unrecogni[sz]ed|invalid|ambiguous|missing)"
                    + " (?:shorthand |command-line |lifecycle )?(?:flag|phase|" + OBJECT + ")"
                    + "|" + OBJECT
                    + "(?:\\(s\\))? (?:[`'\"][^`'\"]{1,80}[`'\"] )?(?:not found|is (?:not defined|ambiguous|unknown)|does not exist)"
                    + "|is(?:n't| not) an? (?:(?:known|valid|recogni[sz]ed) )?(?:[\\w-]{1,30} )?" + OBJECT
                    + "|unexpected argument|has no command|no command '|could not find (?:command|task)|no rule to make target"
                    + "|is not in (?:your gulpfile|the '[^']{1,60}' command group)|was not matched|don't know how to build"
                    + "|unknown predicate|not understood|is unknown, try)");
    /** One of them is in each of those. */
    private static final Set<String> WORDS = Set.of(
            "no",
            "not",
            "unknown",
            "unrecognized",
            "unrecognised",
            "invalid",
            "ambiguous",
            "missing",
            "isn",
            "don",
            "unexpected");

    private static final List<String> QUOTES = List.of("'", "\"");

    private static final int MOST = 5;

    /** Whether the tool says that it does not know some word, be it named or not. */
    public static boolean made(FailureContext context) {
        return numbers(context.says()).findAny().isPresent() && !isAnothers(context);
    }

    /** The arguments that the tool's complaints name, operands before options; empty when it names none. */
    public static List<UnknownArgument> all(FailureContext context) {
        if (!made(context)) {
            return List.of();
        }
        ToolOutput says = context.says();
        return numbers(says)
                .mapToObj(i -> named(context, says.lines(), i))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Of the lines that say that some word is not known. */
    private static IntStream numbers(ToolOutput says) {
        return says.numbersWith(WORDS)
                .filter(i -> UNKNOWN.matcher(says.lines().get(i)).find());
    }

    /** In {@code cat log; heroku log} only heroku knows no "log": it is named in what was printed, and cat is not. */
    private static boolean isAnothers(FailureContext context) {
        List<SimpleCommand> commands = context.script().commands();
        return commands.size() > 1
                && !isNamed(context, context.command())
                && commands.stream().anyMatch(other -> isNamed(context, other));
    }

    private static boolean isNamed(FailureContext context, SimpleCommand command) {
        return !command.empty() && context.says().lines().stream().anyMatch(line -> names(line, command.tool()));
    }

    private static List<UnknownArgument> named(FailureContext context, List<String> lines, int at) {
        List<UnknownArgument> found = in(context, lines.get(at));
        if (!found.isEmpty() || !lines.get(at).strip().endsWith(":")) {
            return found;
        }
        List<String> below = lines.subList(at + 1, Math.min(lines.size(), at + 1 + MOST)).stream()
                .takeWhile(line -> !line.isBlank())
                .toList();
        return in(context, String.join("\n", below));
    }

    private static List<UnknownArgument> in(FailureContext context, String complaint) {
        List<UnknownArgument> found = context.command().args().stream()
                .filter(Word::bare)
                .flatMap(word -> of(word, complaint).stream())
                .limit(MOST)
                .toList();
        List<UnknownArgument> operands =
                found.stream().filter(one -> !one.word().option()).toList();
        List<UnknownArgument> likely = operands.isEmpty() ? found : operands;
        // "az vm: 'strat' is not in the 'az vm' command group" names two words, and quotes the one.
        List<UnknownArgument> quoted =
                likely.stream().filter(one -> isQuoted(complaint, one.name())).toList();
        return quoted.isEmpty() ? likely : quoted;
    }

    private static boolean isQuoted(String complaint, String name) {
        return !name.isEmpty() && QUOTES.stream().anyMatch(quote -> complaint.contains(quote + name + quote));
    }

    private static Optional<UnknownArgument> of(Word word, String complaint) {
        return Stream.of(word.value(), word.value().replaceFirst("[:=].*", ""))
                .filter(name -> isQuoted(complaint, name) || (name.length() > 1 && names(complaint, name)))
                .findFirst()
                .map(name -> new UnknownArgument(word, name));
    }

    private static boolean names(String line, String word) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            if (edge(line, at - 1) && edge(line, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean edge(String line, int at) {
        return at < 0 || at >= line.length() || !(Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '-');
    }

    /** The name replaced, what follows it in the word kept. */
    public Edit mended(String with) {
        return new Edit(word.start(), word.start() + name.length(), with);
    }
}
