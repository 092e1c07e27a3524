package org.labcast.correction.effect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a lab says that calls of a tool of its own do: a row beside those that are shipped.
 *
 * <p>It can say of a shipped tool only that it does more, and of a program that runs others nothing: see {@link #objectionToTool}.
 *
 * @param verbs as in {@code effects.txt}: in their order, alternatives parted by a slash; may be empty
 * @param options as there
 * @param operands as there
 */
public record CustomEffect(String tool, String verbs, Effect effect, String options, String operands) {
    /** Of a column and of a word, in characters: what is longer is a mistake, and costs a pattern much. */
    private static final int LONGEST = 200;

    private static final Pattern TOOL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,79}");
    private static final Pattern VERB = Pattern.compile("[A-Za-z0-9_][\\w.:+-]*(?:/[A-Za-z0-9_][\\w.:+-]*)*");
    private static final Set<String> KINDS =
            Set.of("text", "path", "new", "package", "unit", "user", "group", "host", "url", "number", "name");
    private static final String KIND = "(" + String.join("|", KINDS) + ")";
    private static final Pattern OPTION = Pattern.compile("-[A-Za-z0-9]+[:?]?!?|-[A-Za-z0-9]:" + KIND
            + "!?|--[A-Za-z0-9][\\w-]*(?:=" + KIND + "?|\\[=])?!?|~[A-Za-z][\\w-]*(?::" + KIND + "?)?!?|-#|\\*");
    private static final Pattern OPERANDS =
            Pattern.compile("(?:" + KIND + "(?: |$))*(?:" + KIND + "\\?(?: |$))*(?:" + KIND + "[*+])?");
    /** A version behind the name: {@code python3.11}, {@code lua5.4}, {@code ksh93}. */
    private static final String VERSION = "[-.]?\\d[\\d.]*$";

    private static final class Runners {
        static final Set<String> NAMES = Resources.lines("runners.txt").stream()
                .flatMap(line -> Stream.of(line.split(" +")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why no row can say this of the tool; nothing when one can. */
    public static Optional<String> objectionToTool(String tool, Effect effect) {
        if (!TOOL.matcher(tool).matches()) {
            return Optional.of("'tool' is the name of a program without its folder, such as labctl.");
        }
        if (isRunner(tool)) {
            return Optional.of("'" + tool + "' runs other programs or code, so that no row can say what it does.");
        }
        return effect.harmless() && EffectTables.shipped().knows(tool)
                ? Optional.of("'" + tool
                        + "' is in the shipped tables; a row of yours can only say of it that it changes or destroys.")
                : Optional.empty();
    }

    private static boolean isRunner(String tool) {
        return Runners.NAMES.contains(tool)
                || Runners.NAMES.contains(tool.replaceFirst(VERSION, ""))
                || tool.startsWith("ld-linux")
                || tool.startsWith("ld.so")
                || tool.startsWith("qemu-");
    }

    /** What is wrong with one verb, or alternatives for one. */
    public static Optional<String> objectionToVerb(String verb) {
        return verb.length() <= LONGEST && VERB.matcher(verb).matches()
                ? Optional.empty()
                : Optional.of("'" + shortened(verb) + "' is no verb; write words as in 'queue list/show'.");
    }

    /** What is wrong with one option. */
    public static Optional<String> objectionToOption(String option, Effect effect) {
        if (option.length() > LONGEST || !OPTION.matcher(option).matches()) {
            return Optional.of("'" + option
                    + "' is no option; write -v, -abc, -n:, -n:number, --long, --long=, --long=path, --long[=] or"
                    + " ~long, with ! behind it where the row is about calls with it.");
        }
        return effect.harmless() && option.equals("*")
                ? Optional.of(
                        "'*' stands for any option, also for one that does more; list those that leave the effect as it is.")
                : Optional.empty();
    }

    /** What is wrong with the operands. */
    public static Optional<String> objectionToOperands(String operands) {
        return operands.length() <= LONGEST && OPERANDS.matcher(operands).matches()
                ? Optional.empty()
                : Optional.of(
                        "'operands' are kinds in their order, the last one with ? (may be absent), * or + (many); the kinds are "
                                + String.join(", ", KINDS.stream().sorted().toList()) + ".");
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "\u2026";
    }

    EffectRow row() {
        return EffectRow.of(
                String.join(" | ", List.of((tool + " " + verbs).strip(), effect.name(), options, operands)));
    }
}
