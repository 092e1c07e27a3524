package org.labcast.publisher.taskfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;

/**
 * A parsed task file as a person reads it: numbered commands, each with the options that differ from the usual ones. What holds for most of
 * them is said once, above them.
 */
public final class TaskFileText {
    /** Of options that a command can only have, not be without, when the file has them. */
    private static final Set<String> ONLY_FOR_ALL = Set.of("shell", "user", "cwd", "idempotent");

    private TaskFileText() {}

    public static String of(TaskFile file) {
        StringBuilder text = new StringBuilder(header(file)).append('\n');
        List<Map<String, String>> options =
                file.tasks().stream().map(task -> options(file, task)).toList();
        Map<String, String> common = common(options);
        Map<String, String> usual = values(TaskOptions.DEFAULT);
        int width = String.valueOf(file.tasks().size()).length();
        append(text, "  all: ", unlike(usual, common));
        for (int i = 0; i < file.tasks().size(); i++) {
            Task task = file.tasks().get(i);
            text.append(String.format("%" + (width + 2) + "d  %s%n", i + 1, task.headline()));
            append(text, " ".repeat(width + 4), unlike(common, options.get(i)));
        }
        if (!file.logAddress().isEmpty()) {
            text.append("Log address: ").append(file.logAddress()).append('\n');
        }
        return text.toString();
    }

    private static String header(TaskFile file) {
        long scripts =
                file.tasks().stream().filter(task -> task.script().isPresent()).count();
        if (file.session().isPresent()) {
            return "Typed into one " + file.session().get().shell()
                    + " on each machine, which keeps its state from command to command"
                    + (file.session().get().folder().isEmpty()
                            ? ""
                            : ", from " + file.session().get().folder()) + ":";
        }
        return scripts == file.tasks().size()
                ? "Run as a script on each machine:"
                : "A shell for each command; nothing carries from one to the next:";
    }

    /** Of each option, the value that most commands have, or all of them where only that can be said. */
    private static Map<String, String> common(List<Map<String, String>> options) {
        Map<String, String> common = values(TaskOptions.DEFAULT);
        if (options.size() < 2) {
            return common;
        }
        common.replaceAll((name, usual) -> {
            Map<String, Long> votes = options.stream()
                    .collect(Collectors.groupingBy(each -> each.getOrDefault(name, ""), Collectors.counting()));
            Map.Entry<String, Long> first = Collections.max(votes.entrySet(), Map.Entry.comparingByValue());
            if (name.equals("script")) {
                return usual;
            }
            long needed = ONLY_FOR_ALL.contains(name) ? options.size() : options.size() / 2 + 1;
            return first.getValue() >= needed ? first.getKey() : usual;
        });
        return common;
    }

    private static List<String> unlike(Map<String, String> usual, Map<String, String> values) {
        return values.entrySet().stream()
                .filter(value -> !value.getValue().equals(usual.get(value.getKey())))
                .map(value -> option(value.getKey(), value.getValue()))
                .toList();
    }

    private static String option(String name, String value) {
        return switch (name) {
            case "script" -> "script shell=" + value;
            default -> OptionSyntax.written(name, value);
        };
    }

    private static void append(StringBuilder text, String before, List<String> options) {
        if (!options.isEmpty()) {
            text.append(before).append("#@ ").append(String.join(" ", options)).append('\n');
        }
    }

    private static Map<String, String> options(TaskFile file, Task task) {
        Map<String, String> shown = values(task.options());
        boolean usual = task.script().isPresent()
                || file.session()
                        .map(ShellSession::shell)
                        .orElse(TaskOptions.DEFAULT.shell())
                        .equals(task.options().shell());
        shown.put("shell", usual ? "" : task.options().shell());
        task.script().ifPresent(script -> shown.put("script", String.join(" ", script.interpreter())));
        return shown;
    }

    private static Map<String, String> values(TaskOptions options) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("script", "");
        values.putAll(OptionSyntax.values(options));
        values.put("shell", "");
        return values;
    }
}
