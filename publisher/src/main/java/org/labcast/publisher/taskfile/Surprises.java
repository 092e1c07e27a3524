package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.labcast.model.order.OnFailure;
import org.labcast.model.order.TaskOptions;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.Remark;
import org.labcast.shell.SimpleCommand;

/** What in a file will surprise its author on a machine where nobody sits: each a warning with its place. */
final class Surprises {
    /** A command as it is typed: by which shell it is read, and with which options. */
    record Typed(CompleteCommand command, Dialect dialect, TaskOptions options) {}

    /** Takes a warning. */
    interface Sink {
        /** @param offset index in the file's text */
        void warn(int offset, String message);
    }

    private final Sink sink;
    private final boolean state;
    private final BlindDeletes deletes;

    /** @param state whether state carries from command to command */
    Surprises(boolean state, Sink sink) {
        this.state = state;
        this.sink = sink;
        this.deletes = new BlindDeletes(state);
    }

    /** @param more whether other tasks follow the last of the commands */
    void look(List<Typed> commands, boolean more) {
        for (int i = 0; i < commands.size(); i++) {
            look(commands.get(i), more || i < commands.size() - 1);
        }
    }

    private void look(Typed typed, boolean more) {
        CompleteCommand command = typed.command();
        deletes.take(command);
        PastedText.complaint(firstLine(command.text())).ifPresent(message -> sink.warn(command.start(), message));
        for (Remark remark : command.remarks()) {
            look(remark, typed);
        }
        for (SimpleCommand one : command.commands()) {
            look(one, command, typed.dialect(), more);
        }
        if (state && more) {
            command.commands().stream()
                    .filter(one -> one.depth() == 0
                            && !one.place().conditional()
                            && !one.place().background())
                    .forEach(this::ending);
        }
        deletes.leave(command, typed.options().onFailure() == OnFailure.STOP);
    }

    private void look(Remark remark, Typed typed) {
        if (typed.dialect() == Dialect.SH) {
            BashSyntax.complaint(remark, deletes::isAssigned).ifPresent(message -> sink.warn(remark.offset(), message));
        }
        switch (remark.kind()) {
            case BLANK_BEHIND_BACKSLASH ->
                sink.warn(
                        remark.offset(), "a blank behind the '\\' keeps it from continuing the line: remove the blank");
            case COMMENT_ENDS_COMMAND ->
                sink.warn(
                        remark.offset(),
                        "this comment ends the command that the line above continues: what stands below is another command");
            case BACKSLASH_IN_COMMENT ->
                sink.warn(remark.offset(), "this '\\' is part of a comment and continues nothing");
            case SELECT -> sink.warn(remark.offset(), "select waits for a person's choice, and nobody answers");
            default -> {}
        }
    }

    private void look(SimpleCommand one, CompleteCommand command, Dialect dialect, boolean more) {
        Stream.of(one.assignments(), one.words())
                .flatMap(List::stream)
                .flatMap(word -> Typography.in(word).stream())
                .findFirst()
                .ifPresent(place -> sink.warn(place.offset(), place.message()));
        if (one.words().isEmpty()) {
            return;
        }
        int at = one.words().get(0).start();
        if (dialect == Dialect.SH) {
            BashSyntax.complaint(one).ifPresent(message -> sink.warn(at, message));
        }
        // What the file itself defines is not the program of that name.
        ToolCall call = ToolCall.of(one);
        if (!call.name().equals("dpkg-reconfigure") || !deletes.isAssigned("DEBIAN_FRONTEND")) {
            UnattendedTools.complaint(call).ifPresent(message -> sink.warn(at, message));
        }
        deletes.complaint(one).ifPresent(message -> sink.warn(at, message));
        if (isDown(call) && !one.place().inFunction() && isFollowed(command, at)) {
            sink.warn(
                    at, "the machine goes down while what follows in this command runs: put this on a line of its own");
        } else if (isDown(call) && !one.place().inFunction() && more) {
            sink.warn(
                    at,
                    "what stands below waits until the machine has started anew, without background jobs and open descriptors"
                            + " from above; with state=off it does not wait and is interrupted");
        }
    }

    private static boolean isFollowed(CompleteCommand command, int at) {
        return command.commands().stream()
                .anyMatch(other -> other.depth() == 0
                        && !other.words().isEmpty()
                        && other.words().get(0).start() > at);
    }

    private static boolean isDown(ToolCall call) {
        return switch (call.name()) {
            case "reboot" -> true;
            case "shutdown" -> call.has("-r", "--reboot") && call.has("now", "+0");
            case "init", "telinit" -> call.operands().equals(List.of("6"));
            case "systemctl" ->
                call.operands().size() == 1
                        && Set.of("reboot", "kexec", "soft-reboot")
                                .contains(call.operands().get(0));
            default -> false;
        };
    }

    /** What ends the file for good though more follows. */
    private void ending(SimpleCommand one) {
        if (one.words().isEmpty()) {
            return;
        }
        int at = one.words().get(0).start();
        ToolCall call = ToolCall.of(one);
        if (one.name().equals("exit")) {
            sink.warn(at, "the file ends here on every machine: what stands below is skipped");
        } else if (one.name().equals("exec") && one.words().size() > 1) {
            sink.warn(at, "exec replaces the shell of the file: what stands below is skipped");
        } else if (isOff(call)) {
            sink.warn(at, "the machine is off then: what stands below waits until somebody turns it on");
        }
    }

    private static boolean isOff(ToolCall call) {
        return switch (call.name()) {
            case "poweroff", "halt" -> !call.has("--reboot");
            case "shutdown" -> !call.has("-r", "-c", "-k", "--reboot", "--show");
            case "systemctl" ->
                call.operands().size() == 1
                        && Set.of("poweroff", "halt").contains(call.operands().get(0));
            default -> false;
        };
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
