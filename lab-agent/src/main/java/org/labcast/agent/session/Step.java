package org.labcast.agent.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a living shell is given to run: a command's text, between what makes the shell as the author left it and what notes the end.
 *
 * <p>Everything goes through one {@code eval}, so that a text that is not whole harms nothing but itself. The status is noted inside of
 * it: the {@code eval} itself succeeds, which {@code set -e} must not take for a failure of its own.
 *
 * @param text of the command, a character a byte
 * @param exports what the command's processes are known by, NAME=value
 * @param folder of this command alone; empty: where the shell is; a character a byte
 * @param line of the task file that the text begins in, which is where the shell says that it is; 0 when it is of no file
 */
record Step(String text, List<String> exports, String folder, int line) {
    /** Beyond it, lines are told from here: empty lines before each command would cost more than they tell. */
    private static final int LAST_LINE = 20_000;

    Step {
        exports = List.copyOf(exports);
    }

    /** A text of the agent's own. */
    static Step own(String text) {
        return new Step(text, List.of(), "", 0);
    }

    /** A character a byte, as the shell's state is written. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * The text of the file that the shell reads before it runs the command.
     *
     * @param before how the command before ended
     */
    String file(ShellDialect dialect, RunFolder run, long number, CommandEnd before) {
        String after = folder.isEmpty()
                ? ""
                : command(dialect, "cd") + " -- \"$_labcast_there\"; case $_labcast_before in '') "
                        + dialect.builtin("unset")
                        + " -v OLDPWD ;; *) OLDPWD=$_labcast_before ;; esac; "
                        + dialect.builtin("unset") + " -v _labcast_there _labcast_before";
        return "_labcast_after=" + QuotedText.of(after) + "\n_labcast_text="
                + QuotedText.of(linesBefore() + prologue(dialect, run, before.flags())) + dialect.lastArgument()
                + QuotedText.of(
                        status(dialect, before) + " } >/dev/null 2>&1\n" + text + epilogue(dialect, run, number))
                + "\n";
    }

    /** So many that the text stands in its line, below what is done before it. */
    private String linesBefore() {
        return "\n".repeat(line > LAST_LINE ? 0 : Math.max(0, line - 2));
    }

    private String prologue(ShellDialect dialect, RunFolder run, String flags) {
        StringBuilder line = new StringBuilder("{ ");
        line.append(dialect.builtin("unset")).append(" -v _labcast_text _labcast_next _labcast_last; ");
        if (!folder.isEmpty()) {
            line.append("_labcast_there=$PWD _labcast_before=${OLDPWD-}; ")
                    .append(command(dialect, "cd"))
                    .append(" -- ")
                    .append(QuotedText.of(folder))
                    .append("; ");
        }
        exports.forEach(export -> line.append(dialect.builtin("export"))
                .append(' ')
                .append(export)
                .append("; "));
        line.append(dialect.tracingTaken(run));
        String options = dialect.driverOptionsIn(flags);
        if (!options.isEmpty()) {
            line.append(dialect.builtin("set")).append(" -").append(options).append("; ");
        }
        return line.append(dialect.tracingGivenBack())
                .append(dialect.builtin(":"))
                .append(' ')
                .toString();
    }

    /**
     * Makes {@code $?} and {@code PIPESTATUS} what they were. Behind {@code &&} or {@code ||}, where neither {@code set -e} nor a trap of
     * errors takes notice, and so that what stands behind these does not run.
     */
    private static String status(ShellDialect dialect, CommandEnd before) {
        if (before.pipeline().size() > 1) {
            return "; "
                    + before.pipeline().stream()
                            .map(status -> exit(dialect, status))
                            .collect(Collectors.joining(" | "))
                    + (before.status() == 0 ? " || :;" : " && :;");
        }
        return before.status() == 0 ? ";" : "; " + exit(dialect, before.status()) + " && :;";
    }

    private static String exit(ShellDialect dialect, int status) {
        return "(" + dialect.builtin("exit") + " " + status + ")";
    }

    private static String epilogue(ShellDialect dialect, RunFolder run, long number) {
        return "\n{ " + dialect.builtin(":") + dialect.keptArgument() + " >|"
                + QuotedText.of(run.names().toString()) + "/\"status-" + number
                + "-$?-$--" + dialect.pipeline() + "\"; " + dialect.lastArgumentTaken()
                + dialect.builtin("set") + " +" + dialect.driverOptions()
                + "; " + dialect.tracingTakenBack(run) + "} >/dev/null 2>&1\n";
    }

    private static String command(ShellDialect dialect, String name) {
        return dialect == ShellDialect.BASH ? dialect.builtin(name) : "\\command " + name;
    }
}
