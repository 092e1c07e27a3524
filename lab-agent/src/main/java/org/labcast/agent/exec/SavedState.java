package org.labcast.agent.exec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.Dialect;
import org.labcast.shell.ShellSyntaxException;
import org.labcast.shell.ShellText;
import org.labcast.shell.ShellWord;
import org.labcast.shell.SimpleCommand;

/**
 * What a shell said of its state between two commands, in its own language.
 *
 * @param text as printed by the driver; empty: a shell that nothing was typed into yet
 * @param status of the last command
 * @param flags as in {@code $-}
 */
record SavedState(String text, int status, String flags) {
    static final SavedState FRESH = new SavedState("", 0, "");
    /** Options by letter that the driver takes off while it works. */
    private static final String LETTERS = "aefuvx";

    private static final String SECTION = "_labcast_section";
    private static final Pattern OWN = Pattern.compile("_labcast_\\w*|LABCAST_\\w*");
    /** What the shell sets itself, and mostly lets nobody set. */
    private static final Set<String> GIVEN = Set.of(
            ("_ PPID PWD OLDPWD LINENO RANDOM SRANDOM SECONDS EUID UID GROUPS DIRSTACK FUNCNAME PIPESTATUS SHELLOPTS BASHOPTS BASH"
                            + " BASH_ALIASES BASH_ARGC BASH_ARGV BASH_ARGV0 BASH_CMDS BASH_COMMAND BASH_EXECUTION_STRING BASH_LINENO"
                            + " BASH_LOADABLES_PATH BASH_SOURCE BASH_SUBSHELL BASH_VERSINFO BASH_VERSION BASHPID EPOCHREALTIME"
                            + " EPOCHSECONDS HISTCMD HOSTNAME HOSTTYPE MACHTYPE OSTYPE SHLVL COMP_WORDBREAKS")
                    .split(" "));
    /** Read-only ones among options, or those that a shell without terminal refuses to change. */
    private static final Pattern FIXED = Pattern.compile(
            "set [-+]o (?:errexit|nounset|noglob|noexec|verbose|xtrace|allexport|interactive|stdin|monitor|notify|history|emacs|vi"
                    + "|privileged|nolog|debug)|shopt -[su] (?:restricted_shell|login_shell)");

    /** Letters of {@link #flags} to set before the next command. */
    String letters() {
        StringBuilder letters = new StringBuilder();
        flags.chars().filter(c -> LETTERS.indexOf(c) >= 0).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** Whether a command that led from one to the other has changed nothing that the next command could see, but its status. */
    boolean isSame(SavedState other) {
        return letters().equals(other.letters())
                && (text.equals(other.text) || comparable().equals(other.comparable()));
    }

    private List<String> comparable() {
        return commands().stream()
                .map(CompleteCommand::text)
                .filter(line -> {
                    String name = name(line);
                    return name.isEmpty()
                            || name.equals("PWD")
                            || name.equals("OLDPWD")
                            || !(GIVEN.contains(name) || OWN.matcher(name).matches());
                })
                .toList();
    }

    private static String name(String line) {
        var matcher = Pattern.compile("(?:declare -\\S+ |export |readonly )?([A-Za-z_]\\w*)(?:=.*|$)", Pattern.DOTALL)
                .matcher(line);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private List<CompleteCommand> commands() {
        try {
            return ShellText.commands(text, Dialect.BASH);
        } catch (ShellSyntaxException e) {
            throw new ExecutionException("The state of the job's shell cannot be read.", e);
        }
    }

    /** The folder that the shell is in, as it writes it; empty text when unknown. */
    String folder() {
        return text.isEmpty() ? "" : new ShellWord(0, value("PWD")).unquoted();
    }

    private String value(String wanted) {
        return commands().stream()
                .map(CompleteCommand::text)
                .filter(line -> name(line).equals(wanted) && line.contains("="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElse("");
    }

    /**
     * Text that brings a new shell into this state.
     *
     * @param functions texts that define functions, for shells that cannot print theirs
     * @param initial names of variables that a new shell has
     */
    String restoring(List<String> functions, Set<String> initial) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<Integer, String> arguments = new TreeMap<>();
        List<String> exported = new ArrayList<>();
        List<String> readonly = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        String umask = "";
        String section = "values";
        for (CompleteCommand command : commands()) {
            String line = command.text();
            SimpleCommand first =
                    command.commands().isEmpty() ? null : command.commands().get(0);
            String name = name(line);
            if (first != null && first.name().equals(SECTION)) {
                section = first.words().get(1).text();
            } else if (section.equals("umask")) {
                umask = line;
            } else if (section.equals("values") && name.startsWith("_labcast_p")) {
                arguments.put(
                        Integer.valueOf(name.substring("_labcast_p".length())), line.substring(line.indexOf('=') + 1));
            } else if (section.equals("values")) {
                values.put(name, line);
            } else if (section.equals("exported")) {
                exported.add(name);
            } else if (section.equals("readonly")) {
                readonly.add(name);
            } else if (section.equals("aliases")) {
                rest.add(line.startsWith("alias ") ? line : "alias " + line);
            } else if (!section.equals("options") || !FIXED.matcher(line).matches()) {
                rest.add(line);
            }
        }
        List<String> script = new ArrayList<>();
        initial.stream().filter(name -> !values.containsKey(name)).forEach(name -> script.add("unset -v " + name));
        values.forEach((name, line) -> {
            if (!name.isEmpty() && isOurs(name)) {
                script.add(line);
            }
        });
        script.addAll(functions);
        script.addAll(rest);
        exported.stream().filter(SavedState::isOurs).forEach(name -> script.add("export " + name));
        if (!arguments.isEmpty()) {
            script.add("set -- " + String.join(" ", arguments.values()));
        }
        script.add("umask " + umask);
        script.add("cd -- " + value("PWD") + " || exit " + JobShell.NO_FOLDER);
        String before = value("OLDPWD");
        if (!before.isEmpty()) {
            script.add("OLDPWD=" + before);
        }
        readonly.stream().filter(SavedState::isOurs).forEach(name -> script.add("readonly " + name));
        return String.join("\n", script) + "\n";
    }

    private static boolean isOurs(String name) {
        return !GIVEN.contains(name) && !OWN.matcher(name).matches();
    }
}
