package org.labcast.agent.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a shell between two commands, as its driver wrote it: variables, functions where the shell can print them, options, aliases,
 * traps, mask, arguments and folder. Bytes are characters here (ISO 8859-1), so that any text comes through.
 *
 * @param end how the command ended that led here
 * @param sections what the shell printed
 */
record Snapshot(CommandEnd end, Map<String, String> sections) {
    /** Of a shell that has not run anything. */
    static final Snapshot FRESH = new Snapshot(CommandEnd.NONE, Map.of());
    /** Of a shell whose state could not be saved. */
    static final Snapshot LOST = new Snapshot(CommandEnd.NONE, Map.of("lost", ""));

    private static final String LAST = "end";

    /** What changes with the command, with time or with the shell's process, and is not the author's. */
    private static final Pattern VOLATILE = Pattern.compile(
            "(?:declare [-a-zA-Z]+ |export |readonly )?(?:_|_labcast_\\w+|RANDOM|SRANDOM|SECONDS|LINENO|PPID|PIPESTATUS|EPOCH\\w+|HISTCMD"
                    + "|BASHPID|BASH_(?:ARG[CV]|ARGV0|COMMAND|EXECUTION_STRING|LINENO|SOURCE|SUBSHELL|CMDS)|FUNCNAME|LABCAST_(?:TASK|ATTEMPT))"
                    + "(?:=.*)?");
    /** What a new shell has by itself, or what must not be taken from an old one. */
    private static final Pattern THE_SHELLS_OWN = Pattern.compile(
            "(?:declare [-a-zA-Z]+ |export |readonly )?"
                    + "(?:_|_labcast_(?!arg)\\w*|PPID|LINENO|EUID|UID|SHELLOPTS|BASHOPTS|BASHPID|BASH|BASH_(?!ENV)\\w+|GROUPS|DIRSTACK|PIPESTATUS|FUNCNAME"
                    + "|HISTCMD|EPOCH\\w+|SRANDOM|RANDOM|COMP_WORDBREAKS)(?:=.*)?",
            Pattern.DOTALL);

    private static final Pattern NAME =
            Pattern.compile("(?:declare [-a-zA-Z]+ |export |readonly )?([A-Za-z_][A-Za-z0-9_]*)");
    private static final List<String> GIVEN = List.of(
            "OLDPWD", "PATH", "HOME", "LANG", "DEBIAN_FRONTEND", "USER", "LOGNAME", "LABCAST_JOB", "LABCAST_HOST");

    Snapshot {
        sections = Map.copyOf(sections);
    }

    /**
     * What a shell wrote.
     *
     * @param heading what the lines begin with that part the sections
     * @return empty when it did not come to the end, or says what cannot be
     */
    static Optional<Snapshot> parse(CommandEnd end, String heading, String text) {
        Map<String, String> sections = new HashMap<>();
        String before = heading + " ";
        int from = text.startsWith(before) ? 0 : -1;
        while (from >= 0) {
            int name = from + before.length();
            int line = text.indexOf('\n', name);
            if (line < 0) {
                return Optional.empty();
            }
            int next = text.indexOf("\n" + before, line);
            sections.putIfAbsent(
                    text.substring(name, line),
                    text.substring(
                            Math.min(line + 1, text.length()), next < 0 ? text.length() : Math.max(next, line) + 1));
            from = next < 0 ? -1 : next + 1;
        }
        return sections.containsKey(LAST) && hasArguments(sections, text.length())
                ? Optional.of(new Snapshot(end, sections))
                : Optional.empty();
    }

    /** Whether as many arguments as it says can be in a text of this length: their names are made for each of them. */
    private static boolean hasArguments(Map<String, String> sections, int length) {
        String number = withoutLineEnd(sections.getOrDefault("arguments", "0"));
        return number.isEmpty() || (number.matches("[0-9]{1,9}") && Integer.parseInt(number) <= length);
    }

    boolean isLost() {
        return sections.equals(LOST.sections);
    }

    /** Whether a command that begins here finds what it would find there, but for how the last command ended. */
    boolean sameAs(Snapshot other) {
        return sections.equals(other.sections) || lasting().equals(other.lasting());
    }

    private Map<String, List<String>> lasting() {
        Map<String, List<String>> lasting = new HashMap<>();
        sections.forEach((name, text) -> lasting.put(
                name,
                text.lines().filter(line -> !VOLATILE.matcher(line).matches()).toList()));
        return lasting;
    }

    /** The folder in which the shell is; empty before it has run anything. */
    Optional<String> folder() {
        return folderBytes().map(Snapshot::decoded);
    }

    private Optional<String> folderBytes() {
        return Optional.ofNullable(sections.get("folder")).map(Snapshot::withoutLineEnd);
    }

    private static String decoded(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** What a variable holds, as far as it can be told without a shell. */
    Optional<String> variable(String name) {
        return QuotedText.entries(section("variables")).stream()
                .filter(entry -> name.equals(nameIn(entry)))
                .map(entry -> entry.substring(entry.indexOf('=') + 1))
                .filter(value -> value.matches("'[^']*'|\"[^\"\\\\$`]*\""))
                .map(value -> decoded(value.substring(1, value.length() - 1)))
                .findFirst();
    }

    /** Whether something is to be done when the shell ends. */
    boolean hasExitTrap() {
        return section("traps").lines().anyMatch(line -> line.endsWith(" EXIT"));
    }

    /**
     * What brings a new shell here. It ends the shell where its folder cannot be entered: nothing is to run in another one.
     *
     * @param functions texts that define what the shell could not print
     */
    String restoring(ShellDialect dialect, List<String> functions) {
        List<String> lines = new ArrayList<>();
        folderBytes().ifPresent(folder -> lines.add("\\cd -- " + QuotedText.of(folder) + " || \\exit"));
        GIVEN.forEach(name -> lines.add("\\unset -v " + name));
        lines.addAll(ownEntries("variables"));
        lines.addAll(ownEntries("exports"));
        folderStack().ifPresent(lines::add);
        lines.add(arguments(dialect));
        lines.add("umask " + withoutLineEnd(section("mask")));
        lines.add(section("switches"));
        section("options").lines().filter(line -> isOption(dialect, line)).forEach(lines::add);
        lines.addAll(functions);
        lines.add(section("functions"));
        section("marked")
                .lines()
                .filter(line -> !line.startsWith("declare -f "))
                .forEach(lines::add);
        lines.addAll(ownEntries("readonly"));
        QuotedText.entries(section("aliases"))
                .forEach(alias -> lines.add(alias.startsWith("alias ") ? alias : "alias " + alias));
        lines.add(section("traps"));
        return String.join("\n", lines) + "\n";
    }

    private List<String> ownEntries(String section) {
        return QuotedText.entries(section(section)).stream()
                .filter(entry -> !THE_SHELLS_OWN.matcher(entry).matches())
                .toList();
    }

    /** What bash's {@code popd} goes back to. It prints the array twice, and at first only if it has been asked for before. */
    private Optional<String> folderStack() {
        String array = "declare -a DIRSTACK=";
        return QuotedText.entries(section("variables")).stream()
                .filter(entry -> entry.startsWith(array))
                .reduce((first, last) -> last)
                .map(
                        entry -> "_labcast_stack=" + entry.substring(array.length())
                                + "; for ((_labcast_i = ${#_labcast_stack[@]} - 1; _labcast_i > 0; _labcast_i--)); do"
                                + " \\builtin pushd -n \"${_labcast_stack[_labcast_i]}\"; done; unset -v _labcast_stack _labcast_i");
    }

    private String arguments(ShellDialect dialect) {
        String number = withoutLineEnd(section("arguments"));
        if (number.isEmpty() || number.equals("0")) {
            return ":";
        }
        if (dialect == ShellDialect.BASH) {
            String array = QuotedText.entries(section("variables")).stream()
                    .filter(entry -> entry.startsWith("declare -a _labcast_arguments="))
                    .findFirst()
                    .orElse(":");
            return array + "\nset -- \"${_labcast_arguments[@]}\"; unset -v _labcast_arguments";
        }
        StringBuilder taken = new StringBuilder("set --");
        StringBuilder names = new StringBuilder("; unset -v");
        for (int i = 1; i <= Integer.parseInt(number); i++) {
            taken.append(" \"$_labcast_arg_").append(i).append('"');
            names.append(" _labcast_arg_").append(i);
        }
        return taken.append(names).toString();
    }

    /** Those that a driver works with stay as they are; a step sets them. */
    private static boolean isOption(ShellDialect dialect, String line) {
        return (dialect == ShellDialect.BASH || line.startsWith("set -o "))
                && !line.matches(
                        ".* (?:allexport|errexit|noglob|nounset|verbose|xtrace|noexec|interactive|stdin|privileged|onecmd|history|histexpand)");
    }

    private static String nameIn(String entry) {
        Matcher matcher = NAME.matcher(entry);
        return matcher.lookingAt() ? matcher.group(1) : "";
    }

    private String section(String name) {
        return sections.getOrDefault(name, "");
    }

    private static String withoutLineEnd(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
