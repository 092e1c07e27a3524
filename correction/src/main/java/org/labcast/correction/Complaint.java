package org.labcast.correction;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * An argument that the tool says it does not know.
 *
 * @param name the part of the word that is unknown: all of it, or what stands before a colon as in {@code task:argument}
 */
public record Complaint(Word word, String name) {
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
    private static final int MOST = 5;

    /** Whether the line says that some word is not known. */
    static boolean isOne(String line) {
        return UNKNOWN.matcher(line).find();
    }

    /** Whether the tool says that it does not know some word, be it named or not. */
    public static boolean made(Situation situation) {
        return !isAnothers(situation) && situation.says().lines().stream().anyMatch(Complaint::isOne);
    }

    /** The arguments that the tool's complaints name, operands before options; empty when it names none. */
    public static List<Complaint> all(Situation situation) {
        List<String> lines =
                isAnothers(situation) ? List.of() : situation.says().lines();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> isOne(lines.get(i)))
                .map(i -> named(situation, lines, i))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** In {@code cat log; heroku log} only heroku knows no "log": it is named in what was printed, and cat is not. */
    private static boolean isAnothers(Situation situation) {
        List<SimpleCommand> commands = situation.script().commands();
        return commands.size() > 1
                && !isNamed(situation, situation.command())
                && commands.stream().anyMatch(other -> isNamed(situation, other));
    }

    private static boolean isNamed(Situation situation, SimpleCommand command) {
        return !command.empty() && situation.says().lines().stream().anyMatch(line -> names(line, command.tool()));
    }

    private static List<Complaint> named(Situation situation, List<String> lines, int at) {
        List<Complaint> found = in(situation, lines.get(at));
        if (!found.isEmpty() || !lines.get(at).strip().endsWith(":")) {
            return found;
        }
        List<String> below = lines.subList(at + 1, Math.min(lines.size(), at + 1 + MOST)).stream()
                .takeWhile(line -> !line.isBlank())
                .toList();
        return in(situation, String.join("\n", below));
    }

    private static List<Complaint> in(Situation situation, String complaint) {
        List<Complaint> found = situation.command().args().stream()
                .filter(word -> word.bare() && word.value().length() > 1)
                .flatMap(word -> of(word, complaint).stream())
                .limit(MOST)
                .toList();
        List<Complaint> operands =
                found.stream().filter(one -> !one.word().option()).toList();
        return operands.isEmpty() ? found : operands;
    }

    private static Optional<Complaint> of(Word word, String complaint) {
        return Stream.of(word.value(), word.value().replaceFirst("[:=].*", ""))
                .filter(name -> name.length() > 1 && names(complaint, name))
                .findFirst()
                .map(name -> new Complaint(word, name));
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
