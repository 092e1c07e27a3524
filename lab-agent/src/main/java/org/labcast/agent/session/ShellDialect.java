package org.labcast.agent.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** How to talk to a shell: as POSIX says, or as bash can. */
enum ShellDialect {
    POSIX("driver.sh", "", "aefuvx"),
    BASH("driver.bash", "builtin ", "aefuvxET");

    private final String driver;
    private final String prefix;
    private final String driverOptions;

    ShellDialect(String driver, String prefix, String driverOptions) {
        this.driver = driver;
        this.prefix = prefix;
        this.driverOptions = driverOptions;
    }

    /** @param program a shell's name or path */
    static ShellDialect of(String program) {
        return Path.of(program).getFileName().toString().contains("bash") ? BASH : POSIX;
    }

    /** A built-in by its name, past aliases and, as far as the shell lets us, functions of that name. */
    String builtin(String name) {
        return "\\" + prefix + name;
    }

    /** The shell's options that its driver cannot work with. */
    String driverOptions() {
        return driverOptions;
    }

    /** Those of them that are on. */
    String driverOptionsIn(String flags) {
        return flags.chars()
                .filter(flag -> driverOptions.indexOf(flag) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /**
     * Takes away the traps that bash runs for single commands, of which its driver has many. They are kept in a file that nobody but the
     * shell reads. A DEBUG trap still runs for both, before they redirect anything: what it prints would be taken for a trap in the file.
     */
    String tracingTakenBack(RunFolder run) {
        return this == BASH
                ? "\\builtin trap -p RETURN ERR DEBUG >|" + traps(run) + "; \\builtin trap - DEBUG RETURN ERR; "
                : "";
    }

    /** Reads those traps. */
    String tracingTaken(RunFolder run) {
        return this == BASH ? "\\builtin read -r -d '' _labcast_traps <" + traps(run) + "; " : "";
    }

    /** Sets them again; nothing is to come behind this for which they would run. */
    String tracingGivenBack() {
        return this == BASH ? "\\builtin eval \"\\\\builtin unset -v _labcast_traps; $_labcast_traps\"; " : "";
    }

    private static String traps(RunFolder run) {
        return QuotedText.of(run.names().resolve("traps").toString());
    }

    /** A word that is the last argument of the command before, which bash keeps in {@code $_}. */
    String keptArgument() {
        return this == BASH ? " \"$_\"" : "";
    }

    /** Keeps it, quoted, behind a command that had it as its last argument. */
    String lastArgumentTaken() {
        return this == BASH ? "\\builtin printf -v _labcast_last %q \"$_\"; " : "";
    }

    /** A word to be read where a command's text is put together, that stands for it in the text. */
    String lastArgument() {
        return this == BASH ? "${_labcast_last-}" : "";
    }

    /** The last exit statuses of a pipeline, parted by dots; none where the shell does not tell. */
    String pipeline() {
        return this == BASH
                ? "${PIPESTATUS[0]-}.${PIPESTATUS[1]-}.${PIPESTATUS[2]-}.${PIPESTATUS[3]-}.${PIPESTATUS[4]-}"
                : "";
    }

    /**
     * What the shell runs from its beginning to its end.
     *
     * @param first number before that of its first step
     * @param heading what the lines begin with that part the sections of its state; nothing else is to begin so
     */
    String driver(RunFolder folder, long first, String heading) {
        return inOneLine(resource(driver))
                .replace("@FIRST@", Long.toString(first))
                .replace("@HEADING@", heading)
                .replace("@NAMES@", QuotedText.of(folder.names().toString()))
                .replace("@RUN@", QuotedText.of(folder.path().toString()));
    }

    /** Bash counts the lines of a command's text on from where its driver stands. */
    private static String inOneLine(String script) {
        return script.lines()
                        .map(String::strip)
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.matches("do|\\{|.*(?: do| \\{)") ? line + " " : line + "; ")
                        .collect(Collectors.joining())
                + "\n";
    }

    static String keeper() {
        return resource("keeper.sh");
    }

    private static String resource(String name) {
        try (InputStream in = ShellDialect.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is part of the agent");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is part of the agent", e);
        }
    }
}
