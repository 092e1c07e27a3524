package org.labcast.correction.rule.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.correction.FailureContext;
import org.labcast.correction.Rule;
import org.labcast.correction.Suggestion;
import org.labcast.correction.UnknownArgument;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Word;
import org.labcast.text.Spelling;

/**
 * An option or a verb that the tool does not know, where neither its output nor its help lists any: the nearest of those that our own
 * tables have of the tool, since it has them on every machine.
 */
public final class StandardWord implements Rule {
    private static final Pattern LETTER =
            Pattern.compile("(?:invalid|unknown|illegal|unrecognized) option -- ?'?(\\w)");
    /** Whatever files there are, the shell leaves such a word as it is, or makes several of one form. */
    private static final Pattern VALUED = Pattern.compile("--[a-z][a-z-]*=[\\w.*?/,:@%+-]*");

    private static final int LINES = 40;

    @Override
    public String name() {
        return "standard_word";
    }

    @Override
    public List<Suggestion> suggest(FailureContext context) {
        EffectTables tables = context.tables();
        if (context.command().empty()
                || context.nothingSaid()
                || !tables.knows(context.command().tool())) {
            return List.of();
        }
        return Stream.concat(
                        letter(context, tables).stream(),
                        context.command().args().stream()
                                .filter(word -> word.bare()
                                        || VALUED.matcher(word.text()).matches())
                                .flatMap(word -> mended(context, word, tables).stream()))
                .limit(1)
                .toList();
    }

    /** A letter typed in the other case, where the tool has the letter in that case only. */
    private static Optional<Suggestion> letter(FailureContext context, EffectTables tables) {
        String tool = context.command().tool();
        Optional<Matcher> said = context.says().find(LETTER);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        String typed = "-" + said.get().group(1);
        char letter = typed.charAt(1);
        String other =
                "-" + (Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter));
        return tables.hasLetter(tool, typed) || !tables.hasLetter(tool, other)
                ? Optional.empty()
                : context.command().args().stream()
                        .filter(word -> word.is(typed))
                        .findFirst()
                        .map(word -> said(context, Edit.replace(word, other), typed, other));
    }

    private static Optional<Suggestion> mended(FailureContext context, Word word, EffectTables tables) {
        String tool = context.command().tool();
        String typed = word.value().replaceFirst("=.*", "");
        Set<String> known = word.option() ? tables.longOptions(tool) : tables.verbsAfter(tool, before(context, word));
        if (typed.length() < 3 || known.contains(typed) || !isNamed(context, typed)) {
            return Optional.empty();
        }
        List<String> nearest = Spelling.nearest(typed, known);
        return nearest.size() == 1
                ? Optional.of(
                        said(context, new UnknownArgument(word, typed).mended(nearest.get(0)), typed, nearest.get(0)))
                : Optional.empty();
    }

    private static List<String> before(FailureContext context, Word word) {
        List<String> verbs = new ArrayList<>();
        for (Word operand : context.command().operands()) {
            if (operand.start() >= word.start()) {
                break;
            }
            verbs.add(operand.value());
        }
        return verbs;
    }

    /** Whether the tool speaks of just this word, and not of one that holds it. */
    private static boolean isNamed(FailureContext context, String typed) {
        String bare = typed.replaceFirst("^-+", "");
        Pattern named = Pattern.compile("(?<![\\w-])-{0,2}" + Pattern.quote(bare) + "(?![\\w-])");
        return context.says().lines().stream()
                .limit(LINES)
                .anyMatch(line -> named.matcher(line).find());
    }

    private static Suggestion said(FailureContext context, Edit edit, String typed, String name) {
        return Suggestion.safe(
                context.mended(edit),
                context.command().tool() + " does not know '" + typed + "'; '" + name + "' is nearest.");
    }
}
