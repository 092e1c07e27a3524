package org.labcast.publisher.taskfile;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;

/** A parsed task file as a person reads it: numbered commands, each with the options that differ from the usual ones. */
public final class TaskFileText {
    private TaskFileText() {}

    public static String of(TaskFile file) {
        StringBuilder text = new StringBuilder(header(file)).append('\n');
        int width = String.valueOf(file.tasks().size()).length();
        for (int i = 0; i < file.tasks().size(); i++) {
            Task task = file.tasks().get(i);
            text.append(String.format("%" + (width + 2) + "d  %s%n", i + 1, task.headline()));
            List<String> options = options(file, task);
            if (!options.isEmpty()) {
                text.append(" ".repeat(width + 4))
                        .append("#@ ")
                        .append(String.join(" ", options))
                        .append('\n');
            }
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

    private static List<String> options(TaskFile file, Task task) {
        List<String> shown = new ArrayList<>();
        task.script().ifPresent(script -> shown.add("script shell=" + String.join(" ", script.interpreter())));
        boolean usual = task.script().isPresent()
                || file.session()
                        .map(ShellSession::shell)
                        .orElse(TaskOptions.DEFAULT.shell())
                        .equals(task.options().shell());
        if (!usual) {
            shown.add("shell=" + task.options().shell());
        }
        shown.addAll(OptionSyntax.shown(
                task.options().toBuilder().shell(TaskOptions.DEFAULT.shell()).build()));
        return shown;
    }
}
