package org.labcast.correction.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * One line of a table: calls of one tool, or of one verb of it, that have one effect.
 *
 * @param verbs in their order; alternatives for one are parted by a slash
 * @param flags {@code root}: a refusal may ask for root's rights; {@code bundle}: the first operand is a cluster of option letters
 * @param options that leave the effect as it is, by name; {@code *} stands for any, {@code -#} for a number behind a dash
 * @param operands kinds, the last one as often as wished when {@code many}
 */
record EffectRow(
        String tool,
        List<Set<String>> verbs,
        Effect effect,
        Set<String> flags,
        Map<String, OptionSpec> options,
        Operands operands) {
    private static final String ANY = "*";
    private static final String NUMBER = "-#";

    /** @param least how many there must be */
    record Operands(List<OperandKind> kinds, boolean many, int least) {
        static Operands of(String text) {
            List<OperandKind> kinds = new ArrayList<>();
            boolean many = false;
            int least = 0;
            for (String word : words(text)) {
                many = word.endsWith("*") || word.endsWith("+");
                least += word.endsWith("*") || word.endsWith("?") ? 0 : 1;
                kinds.add(OperandKind.of(word.replaceFirst("[*+?]$", "")));
            }
            return new Operands(List.copyOf(kinds), many, least);
        }

        Optional<OperandKind> at(int index) {
            if (index < kinds.size()) {
                return Optional.of(kinds.get(index));
            }
            return many ? Optional.of(kinds.get(kinds.size() - 1)) : Optional.empty();
        }
    }

    /** Reads {@code tool verb… | effect flag… | options | operands}. */
    static EffectRow of(String line) {
        String[] columns = line.split(" *\\| *", -1);
        if (columns.length != 4) {
            throw new IllegalArgumentException("an effect row has four columns: " + line);
        }
        List<String> name = words(columns[0]);
        List<String> effect = words(columns[1]);
        Map<String, OptionSpec> options = new HashMap<>();
        words(columns[2]).forEach(text -> specs(text).forEach(spec -> options.put(spec.name(), spec)));
        return new EffectRow(
                name.get(0),
                name.stream().skip(1).map(verb -> Set.of(verb.split("/"))).toList(),
                Effect.valueOf(effect.get(0).toUpperCase(Locale.ROOT)),
                Set.copyOf(effect.subList(1, effect.size())),
                Map.copyOf(options),
                Operands.of(columns[3]));
    }

    private static Stream<OptionSpec> specs(String text) {
        if (text.startsWith("~")) {
            return Stream.of(OptionSpec.of("-" + text.substring(1)));
        }
        boolean cluster = text.matches("-[A-Za-z0-9]{2,}[!?:]?");
        if (!cluster) {
            return Stream.of(OptionSpec.of(text));
        }
        String letters = text.replaceAll("[^A-Za-z0-9]", "");
        String sign = text.substring(letters.length() + 1);
        // All of them are asked for; a value belongs to the last one.
        return IntStream.range(0, letters.length())
                .mapToObj(i -> OptionSpec.of(
                        "-" + letters.charAt(i) + (sign.equals("!") || i == letters.length() - 1 ? sign : "")));
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether the row can be about a call at all: its operands begin with the verbs. */
    private boolean fits(List<Part> operands) {
        for (int i = 0; i < verbs.size(); i++) {
            if (i >= operands.size()
                    || !verbs.get(i).contains(operands.get(i).word().value())) {
                return false;
            }
        }
        return true;
    }

    boolean beginsWith(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (i >= verbs.size() || !verbs.get(i).contains(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean allowsAny() {
        return options.containsKey(ANY);
    }

    /** What the row makes of a call; unknown when it is not about it. */
    Reading read(SimpleCommand command) {
        return new Reader(command).read();
    }

    private final class Reader {
        private final SimpleCommand command;
        private final List<Part> parts = new ArrayList<>();
        private final List<Part> operandParts = new ArrayList<>();
        private String why = "";
        private boolean required;

        Reader(SimpleCommand command) {
            this.command = command;
        }

        Reading read() {
            parts.add(new Part(command.nameWord(), Part.Role.TOOL, OperandKind.TEXT));
            List<Word> args = command.args();
            boolean literally = false;
            int i = 0;
            while (i < args.size()) {
                Word word = args.get(i);
                if (!literally && word.is("--")) {
                    literally = true;
                    parts.add(new Part(word, Part.Role.OPTION, OperandKind.TEXT));
                } else if (!literally && word.option()) {
                    i += option(word, i + 1 < args.size() ? args.get(i + 1) : null);
                } else if (!literally && i == 0 && flags.contains("bundle")) {
                    i += letters(word, word.value(), i + 1 < args.size() ? args.get(i + 1) : null);
                } else {
                    operandParts.add(new Part(word, Part.Role.OPERAND, OperandKind.TEXT));
                }
                i++;
            }
            if (!fits(operandParts)) {
                return Reading.unknown(name(), verbComplaint());
            }
            operands();
            if (why.isEmpty() && options.values().stream().anyMatch(OptionSpec::required) && !required) {
                why = "that way to call " + tool;
            }
            parts.addAll(operandParts);
            return why.isEmpty()
                    ? new Reading(effect, parts, name(), "", flags.contains("root"))
                    : Reading.unknown(name(), why);
        }

        private String name() {
            List<String> words = new ArrayList<>(List.of(tool));
            for (int i = 0; i < verbs.size() && i < operandParts.size(); i++) {
                words.add(operandParts.get(i).word().value());
            }
            return String.join(" ", words);
        }

        private String verbComplaint() {
            return operandParts.isEmpty()
                    ? tool + " without a verb"
                    : "'" + operandParts.get(0).word().value() + "' of " + tool;
        }

        private void operands() {
            for (int i = 0; i < operandParts.size(); i++) {
                Part part = operandParts.get(i);
                Optional<OperandKind> kind =
                        i < verbs.size() ? Optional.of(OperandKind.TEXT) : operands.at(i - verbs.size());
                Part.Role role = i < verbs.size() ? Part.Role.VERB : Part.Role.OPERAND;
                if (kind.isEmpty()) {
                    refuse("'" + part.word().value() + "'");
                    return;
                }
                check(part.word(), kind.get());
                operandParts.set(i, new Part(part.word(), role, kind.get()));
            }
            if (operandParts.size() - verbs.size() < operands.least()) {
                refuse(tool + " without an operand");
            }
        }

        /** @return how many more words it takes */
        private int option(Word word, @Nullable Word next) {
            String value = word.value();
            if (allowsAny() || (options.containsKey(NUMBER) && value.matches("-[0-9]+"))) {
                parts.add(new Part(word, Part.Role.OPTION, OperandKind.TEXT));
                return 0;
            }
            if (!word.literal() && !Operand.isTameOption(word)) {
                refuse("an option that only the shell knows");
                return 0;
            }
            OptionSpec exact = options.get(value);
            if (exact != null && !exact.isLetter()) {
                return taken(exact, word, next);
            }
            int equals = value.indexOf('=');
            OptionSpec named = equals < 0 ? null : options.get(value.substring(0, equals));
            if (named != null && value.startsWith("--") && named.value() != OptionSpec.Value.NONE) {
                required |= named.required();
                parts.add(new Part(word, Part.Role.OPTION, named.kind()));
                checkValue(value.substring(equals + 1), named.kind());
                return 0;
            }
            if (value.startsWith("--")) {
                refuse("option " + value);
                return 0;
            }
            return letters(word, value.substring(1), next);
        }

        private int taken(OptionSpec spec, Word word, @Nullable Word next) {
            required |= spec.required();
            parts.add(new Part(word, Part.Role.OPTION, OperandKind.TEXT));
            if (spec.value() != OptionSpec.Value.NEEDED) {
                return 0;
            }
            if (next == null) {
                refuse("option " + word.value() + " without its value");
                return 0;
            }
            parts.add(new Part(next, Part.Role.VALUE, spec.kind()));
            check(next, spec.kind());
            return 1;
        }

        private int letters(Word word, String cluster, @Nullable Word next) {
            for (int i = 0; i < cluster.length(); i++) {
                OptionSpec spec = options.get("-" + cluster.charAt(i));
                if (spec == null) {
                    refuse("option " + word.value());
                    return 0;
                }
                boolean last = i == cluster.length() - 1;
                if (spec.value() == OptionSpec.Value.NEEDED && last) {
                    return taken(spec, word, next);
                }
                required |= spec.required();
                if (spec.value() != OptionSpec.Value.NONE && !last) {
                    checkValue(cluster.substring(i + 1), spec.kind());
                    break;
                }
            }
            parts.add(new Part(word, Part.Role.OPTION, OperandKind.TEXT));
            return 0;
        }

        private void check(Word word, OperandKind kind) {
            if (!word.literal() && !Operand.isTame(word, allowsAny())) {
                refuse("a word that only the shell knows: " + word.text());
            }
            checkValue(word.value(), kind);
        }

        private void checkValue(String value, OperandKind kind) {
            if (!Operand.fits(value, kind)) {
                refuse("'" + value + "' as " + kind.name().toLowerCase(Locale.ROOT));
            }
        }

        private void refuse(String what) {
            why = why.isEmpty() ? what : why;
        }
    }
}
