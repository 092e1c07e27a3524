package org.labcast.publisher.taskfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labcast.model.InvalidValueException;
import org.labcast.model.order.CorrectionPolicy;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.SudoPolicy;
import org.labcast.model.order.TaskOptions;
import org.labcast.text.Printable;

/** How {@link TaskOptions} are written: each option by its name, read and shown again. */
final class OptionSyntax {
    /** The only option without a value. */
    private static final String IDEMPOTENT = "idempotent";

    /** What the value of each option is made of; a new one needs its line here and in the manual. */
    private static final Map<String, Option> OPTIONS = options();

    private OptionSyntax() {}

    /**
     * One option.
     *
     * @param set throws {@link InvalidValueException} when the value is impossible
     * @param get the value as it is written
     */
    private record Option(BiConsumer<TaskOptions.Builder, String> set, Function<TaskOptions, String> get) {}

    private static Map<String, Option> options() {
        Map<String, Option> options = new LinkedHashMap<>();
        options.put(
                "timeout",
                new Option(
                        (task, value) -> task.timeout(TimeText.parse(value)),
                        task -> task.timeout().toSeconds() + "s"));
        options.put(
                "on-failure",
                new Option(
                        (task, value) -> task.onFailure(choice("on-failure", value, List.of(OnFailure.values()))),
                        task -> word(task.onFailure())));
        options.put(
                "correct",
                new Option(
                        (task, value) -> task.correct(choice("correct", value, List.of(CorrectionPolicy.values()))),
                        task -> word(task.correct())));
        options.put("user", new Option(TaskOptions.Builder::user, TaskOptions::user));
        options.put("cwd", new Option(TaskOptions.Builder::cwd, TaskOptions::cwd));
        options.put("shell", new Option(TaskOptions.Builder::shell, TaskOptions::shell));
        options.put(
                IDEMPOTENT, new Option((task, value) -> task.idempotent(true), task -> task.idempotent() ? "yes" : ""));
        options.put(
                "retries",
                new Option((task, value) -> task.retries(count(value)), task -> Integer.toString(task.retries())));
        options.put(
                "sudo",
                new Option(
                        (task, value) -> task.sudo(choice("sudo", value, List.of(SudoPolicy.YES, SudoPolicy.NO))),
                        task -> word(task.sudo())));
        options.put("state", new Option((task, value) -> requireOff(value), task -> ""));
        return options;
    }

    /**
     * Adds one word such as {@code timeout=90s} to those read before it.
     *
     * @throws InvalidValueException when the option is unknown, given twice or its value impossible
     */
    static void add(String word, Map<String, String> read) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (!OPTIONS.containsKey(name)) {
            throw new InvalidValueException("unknown option '" + Printable.of(name) + "': the options are "
                    + String.join(", ", OPTIONS.keySet()));
        }
        if (name.equals(IDEMPOTENT) && equals >= 0) {
            throw new InvalidValueException("idempotent takes no value");
        }
        if (!name.equals(IDEMPOTENT) && equals < 0) {
            throw new InvalidValueException(name + " needs a value, as in " + name + "=…");
        }
        String value = word.substring(equals + 1);
        build(Map.of(name, value));
        if (read.putIfAbsent(name, value) != null) {
            throw new InvalidValueException(name + " is given twice");
        }
    }

    /** @throws InvalidValueException when a value is impossible */
    static TaskOptions build(Map<String, String> options) {
        TaskOptions.Builder task = TaskOptions.DEFAULT.toBuilder();
        OPTIONS.forEach((name, option) -> {
            if (options.containsKey(name)) {
                option.set().accept(task, options.getOrDefault(name, ""));
            }
        });
        return task.build();
    }

    /** The value of each option, as {@link #written} takes it. */
    static Map<String, String> values(TaskOptions options) {
        Map<String, String> values = new LinkedHashMap<>();
        OPTIONS.forEach((name, option) -> values.put(name, option.get().apply(options)));
        return values;
    }

    static String written(String name, String value) {
        return name.equals(IDEMPOTENT) ? name : name + "=" + (value.contains(" ") ? '"' + value + '"' : value);
    }

    /** It is about the job's shell, see {@link TaskFileParser}. */
    private static void requireOff(String value) {
        if (!value.equals("off")) {
            throw new InvalidValueException("state is off or not given, not '" + Printable.of(value) + "'");
        }
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new InvalidValueException("'" + Printable.of(text) + "' is not a number of retries");
        }
        return Integer.parseInt(text);
    }

    private static <E extends Enum<E>> E choice(String name, String value, List<E> allowed) {
        return allowed.stream()
                .filter(one -> word(one).equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(name + " is one of "
                        + allowed.stream().map(OptionSyntax::word).collect(Collectors.joining(", "))
                        + ", not '" + Printable.of(value) + "'"));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
