package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labcast.model.InvalidValueException;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.TaskOptions;
import org.labcast.text.Printable;

/** Options by name, as written, to {@link TaskOptions}. */
final class OptionReader {
    static final List<String> NAMES = List.of(
            "timeout", "on-failure", "correct", "user", "cwd", "shell", "idempotent", "retries", "sudo", "state");

    private OptionReader() {}

    /**
     * Adds one word such as {@code timeout=90s} to those read before it.
     *
     * @throws InvalidValueException when the option is unknown, given twice or its value impossible
     */
    static void add(String word, Map<String, String> read) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (!NAMES.contains(name)) {
            throw new InvalidValueException(
                    "unknown option '" + Printable.of(name) + "': the options are " + String.join(", ", NAMES));
        }
        if (name.equals("idempotent") && equals >= 0) {
            throw new InvalidValueException("idempotent takes no value");
        }
        if (!name.equals("idempotent") && equals < 0) {
            throw new InvalidValueException(name + " needs a value, as in " + name + "=…");
        }
        String value = word.substring(equals + 1);
        if (name.equals("state") && !value.equals("off")) {
            throw new InvalidValueException("state is off or not given, not '" + Printable.of(value) + "'");
        }
        build(Map.of(name, value));
        if (read.putIfAbsent(name, value) != null) {
            throw new InvalidValueException(name + " is given twice");
        }
    }

    /** @throws InvalidValueException when a value is impossible */
    static TaskOptions build(Map<String, String> options) {
        TaskOptions standard = TaskOptions.DEFAULT;
        return new TaskOptions(
                options.containsKey("timeout")
                        ? TimeText.parse(options.getOrDefault("timeout", ""))
                        : standard.timeout(),
                choice(OnFailure.class, "on-failure", options, standard.onFailure()),
                choice(CorrectionPolicy.class, "correct", options, standard.correct()),
                options.getOrDefault("user", standard.user()),
                options.getOrDefault("cwd", standard.cwd()),
                options.getOrDefault("shell", standard.shell()),
                options.containsKey("idempotent"),
                count(options.getOrDefault("retries", "0")),
                sudo(options.get("sudo")));
    }

    private static SudoPolicy sudo(@Nullable String value) {
        if (value == null) {
            return SudoPolicy.AUTO;
        }
        return switch (value) {
            case "yes" -> SudoPolicy.YES;
            case "no" -> SudoPolicy.NO;
            default -> throw new InvalidValueException("sudo is one of yes, no, not '" + Printable.of(value) + "'");
        };
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new InvalidValueException("'" + Printable.of(text) + "' is not a number of retries");
        }
        return Integer.parseInt(text);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, Map<String, String> options, E standard) {
        String value = options.getOrDefault(name, word(standard));
        return Stream.of(type.getEnumConstants())
                .filter(one -> word(one).equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(name + " is one of "
                        + String.join(
                                ", ",
                                Stream.of(type.getEnumConstants())
                                        .map(OptionReader::word)
                                        .toList())
                        + ", not '" + Printable.of(value) + "'"));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
