package org.labcast.publisher.taskfile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.shell.CompleteCommand;
import org.labcast.shell.ShellWord;
import org.labcast.shell.SimpleCommand;

/** Finds deletions whose place depends on what may have failed before: a variable that is never set, a folder that was not entered. */
final class BlindDeletes {
    private static final Pattern PATH =
            Pattern.compile("\"?\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))\"?/?(?:\\*|\\.\\*|\\.)?\"?/?\\*?");
    /** Set on every machine. */
    private static final Set<String> GIVEN =
            Set.of("HOME", "PWD", "OLDPWD", "USER", "LOGNAME", "PATH", "SHELL", "TMPDIR");

    private static final Set<String> SETTING = Set.of(
            "export",
            "readonly",
            "local",
            "declare",
            "typeset",
            "read",
            "getopts",
            "mapfile",
            "readarray",
            "printf",
            "let");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{([A-Za-z_]\\w*):?=");
    private static final Pattern ARITHMETIC = Pattern.compile("\\(\\(\\s*([A-Za-z_]\\w*)\\s*=[^=]");

    private final boolean state;
    private final Set<String> assigned = new HashSet<>();
    /** Something sets what cannot be seen here. */
    private boolean unknown;

    private boolean stops;
    /** The last {@code cd} by itself, that may have failed. */
    private Optional<String> entered = Optional.empty();

    /** @param state whether variables and folder carry from command to command */
    BlindDeletes(boolean state) {
        this.state = state;
    }

    boolean isAssigned(String name) {
        return unknown || assigned.contains(name);
    }

    /** Takes note of what a command sets, before it is looked at. */
    void take(CompleteCommand command) {
        if (!state) {
            assigned.clear();
            unknown = false;
        }
        assigned.addAll(command.loops());
        for (SimpleCommand one : command.commands()) {
            one.assignments().forEach(word -> assign(word.text()));
            ToolCall call = ToolCall.of(one);
            if (SETTING.contains(call.name())) {
                call.arguments().forEach(this::assign);
            }
            unknown |= Set.of(".", "source", "eval").contains(call.name());
        }
        DEFAULT.matcher(command.text()).results().forEach(found -> assigned.add(found.group(1)));
        ARITHMETIC.matcher(command.text()).results().forEach(found -> assigned.add(found.group(1)));
    }

    private void assign(String word) {
        Matcher name =
                Pattern.compile("([A-Za-z_]\\w*)(?:[\\[+=].*)?", Pattern.DOTALL).matcher(word);
        if (name.matches()) {
            assigned.add(name.group(1));
        }
    }

    /** What is to be said about a command. */
    Optional<String> complaint(SimpleCommand command) {
        ToolCall call = ToolCall.of(command);
        if (deletes(call)) {
            for (ShellWord word : command.words()) {
                Matcher path = PATH.matcher(word.text());
                if (path.matches()) {
                    String name = path.group(1) == null ? path.group(2) : path.group(1);
                    if (!isAssigned(name) && !GIVEN.contains(name)) {
                        return Optional.of("$" + name + " is never set in this file"
                                + (state ? "" : " for this command, as state=off starts a shell for each")
                                + ": where it is empty, " + call.name() + " works on / or on nothing; write ${" + name
                                + ":?}");
                    }
                }
            }
        }
        if (entered.isPresent() && isHere(call)) {
            return Optional.of("where '" + entered.get() + "' fails, this deletes in another folder: write "
                    + entered.get() + " || exit 1, or set -e above it");
        }
        return Optional.empty();
    }

    /** Notes what stays behind a command that stops the file, or goes elsewhere. */
    void leave(CompleteCommand command, boolean stopping) {
        for (SimpleCommand one : command.commands()) {
            boolean plain = one.depth() == 0 && !one.place().conditional();
            if (plain && one.name().equals("set")) {
                stops |= one.words().stream().anyMatch(word -> word.text().matches("-[a-z]*e[a-z]*|errexit"));
            }
        }
        List<SimpleCommand> commands = command.commands();
        boolean alone = commands.size() == 1
                && commands.get(0).depth() == 0
                && commands.get(0).name().equals("cd");
        boolean elsewhere =
                commands.stream().anyMatch(one -> one.depth() == 0 && one.name().equals("cd"));
        if (alone
                && !stops
                && !stopping
                && state
                && !command.text().contains("||")
                && !command.text().contains("&&")) {
            String folder = commands.get(0).words().size() > 1
                    ? commands.get(0).words().get(1).text()
                    : "";
            // These are there on every machine.
            entered = folder.matches("|~|/|/tmp|/etc|/var|/root|\"?\\$HOME\"?|-")
                    ? Optional.empty()
                    : Optional.of(command.text());
        } else if (elsewhere) {
            entered = Optional.empty();
        }
    }

    private static boolean deletes(ToolCall call) {
        return switch (call.name()) {
            case "rm" -> call.has("-r", "-R", "--recursive");
            case "chmod", "chown", "chgrp" -> call.has("-R", "--recursive");
            case "find" ->
                call.arguments().contains("-delete") || call.arguments().contains("rm");
            default -> false;
        };
    }

    /** Whether it deletes whatever is in the working folder. */
    private static boolean isHere(ToolCall call) {
        List<String> operands = call.operands();
        return switch (call.name()) {
            case "rm" ->
                operands.stream().anyMatch(word -> word.matches("(?:\\./)?(?:\\*|\\.\\*|\\.\\[.*)|\\.|\\./|\\*/?"));
            case "find" ->
                deletes(call) && (operands.isEmpty() || isBegin(call.arguments().get(0)));
            case "git" -> operands.equals(List.of("clean")) && call.has("-f", "--force") && call.has("-d", "-x");
            default -> false;
        };
    }

    /** Whether {@code find} begins in the working folder: named, or meant when it begins with a test. */
    private static boolean isBegin(String argument) {
        return argument.matches("\\.|\\./|-.*");
    }
}
