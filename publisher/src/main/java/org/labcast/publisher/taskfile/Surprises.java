package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.labcast.shell.ShellWord;
import org.labcast.shell.SimpleCommand;

/** What in a command will surprise its author on a machine where nobody sits: each a warning with its place. */
final class Surprises {
    private static final String BASH = "; write #!/bin/bash as the first line, or #@ shell=bash above the command";

    /** What only bash understands, by the name that its manual gives it. */
    private static final Map<String, Pattern> BASHISMS = Map.of(
            "$'…'", Pattern.compile("(?<![\\\\$\\w])\\$'"),
            "{1..3}", Pattern.compile("(?<![$\\\\'\"])\\{-?\\w+\\.\\.-?\\w+(?:\\.\\.-?\\d+)?\\}"),
            "<<<", Pattern.compile("<<<"),
            "<( )", Pattern.compile("(?<=[ \\t])[<>]\\([^(]"),
            "&>", Pattern.compile("&>"),
            "${x//…}", Pattern.compile("\\$\\{\\w+(?:\\[[^\\]]*\\])?(?:/|\\^|,|:\\d|@[QEPAa]\\})"),
            "an array", Pattern.compile("(?:^|[;&|({ \\t])\\w+\\+?=\\([^)]|\\$\\{\\w+\\["));

    private static final Map<String, String> BASH_COMMANDS = Map.of(
            "[[", "the test [[ … ]]",
            "source", "source (sh knows it as .)",
            "pushd", "pushd",
            "popd", "popd",
            "shopt", "shopt",
            "declare", "declare",
            "mapfile", "mapfile",
            "readarray", "readarray",
            "function", "the keyword function",
            "let", "let");

    private static final Set<String> EDITORS =
            Set.of("vi", "vim", "nvim", "nano", "emacs", "pico", "mcedit", "visudo", "vipw", "less", "more", "most");
    private static final Set<String> MENUS =
            Set.of("select", "dialog", "whiptail", "passwd", "mysql_secure_installation");
    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "dash", "ksh", "fish", "python", "python3");
    private static final Pattern PROSE = Pattern.compile(
            "(?:[0-9]+[.)]|[-*\u2022]) +\\S.*|```[\\s\\S]*|~~~.*|(?:[$%>]|[\\w.-]+@[\\w.-]+:\\S*[#$]) \\S.*");

    /** Takes a warning. */
    interface Sink {
        /** @param offset index in the file's text */
        void warn(int offset, String message);
    }

    private final String text;
    private final boolean bash;
    private final Sink sink;

    Surprises(String text, boolean bash, Sink sink) {
        this.text = text;
        this.bash = bash;
        this.sink = sink;
    }

    /** @param start index of the command's first character in the file's text */
    void look(String command, int start, List<SimpleCommand> commands) {
        if (isProse(command)) {
            sink.warn(start, "this looks like a line of a list or a pasted prompt, and is run as a command");
        }
        if (!bash) {
            bashisms(command, start, commands);
        }
        Matcher blank = Pattern.compile("\\\\[ \\t]+(?:\\n|$)").matcher(command);
        if (blank.find()) {
            sink.warn(start + blank.start(), "a blank behind the '\\' keeps it from continuing the line");
        }
        commands.forEach(this::look);
        // Only the first exit of a file can be reached, unless it stands in something conditional.
        commands.stream()
                .filter(one -> one.depth() == 0 && one.name().equals("exit") && commands.size() == 1)
                .filter(one -> !rest(start + command.length()).isBlank())
                .forEach(one -> sink.warn(start, "the file ends here on every machine: what follows is skipped"));
    }

    private String rest(int from) {
        return text.substring(Math.min(from, text.length()))
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !IpAddress.is(line))
                .reduce("", String::concat);
    }

    private static boolean isProse(String command) {
        return PROSE.matcher(command).matches();
    }

    private void bashisms(String command, int start, List<SimpleCommand> commands) {
        commands.stream()
                .filter(one -> BASH_COMMANDS.containsKey(one.name()))
                .findFirst()
                .ifPresent(one -> sink.warn(
                        one.words().get(0).start(), BASH_COMMANDS.get(one.name()) + " is bash, not sh" + BASH));
        String code = quotesBlanked(command);
        BASHISMS.forEach((name, pattern) -> {
            Matcher found = pattern.matcher(name.equals("$'…'") ? command : code);
            if (found.find()) {
                sink.warn(start + found.start(), name + " is bash, not sh" + BASH);
            }
        });
        commands.stream()
                .filter(one -> one.name().equals("set") && one.words().stream().anyMatch(word -> word.is("pipefail")))
                .findFirst()
                .ifPresent(one -> sink.warn(one.words().get(0).start(), "pipefail is bash, not sh" + BASH));
    }

    /** What stands in single quotes is text of another language; here-documents are text, too. */
    private static String quotesBlanked(String command) {
        int document = command.indexOf("<<");
        String code = document >= 0 && !command.startsWith("<<<", document) ? command.substring(0, document) : command;
        Matcher quoted = Pattern.compile("'[^']*'").matcher(code);
        return quoted.replaceAll(found ->
                "'" + "x".repeat(Math.max(0, found.group().length() - 2)) + "'");
    }

    private void look(SimpleCommand command) {
        if (command.words().isEmpty()) {
            return;
        }
        List<String> words = command.words().stream().map(ShellWord::text).toList();
        int at = command.words().get(0).start();
        boolean sudo = words.get(0).equals("sudo");
        List<String> plain = sudo
                ? words.stream().skip(1).dropWhile(word -> word.startsWith("-")).toList()
                : words;
        String tool = plain.isEmpty() ? "" : plain.get(0).replaceFirst(".*/", "");
        boolean fed =
                command.redirections().stream().anyMatch(one -> one.operator().startsWith("<"));
        if (sudo && words.size() == 2 && Set.of("-i", "-s", "-su").contains(words.get(1))) {
            swallows(at, String.join(" ", words), "#@ user=NAME above the commands");
        } else if (tool.equals("su")
                && !fed
                && plain.stream().noneMatch(word -> word.startsWith("-c") || word.equals("--command"))) {
            swallows(at, String.join(" ", words), "#@ user=NAME above the commands");
        } else if (tool.equals("newgrp")) {
            swallows(at, "newgrp", "sg GROUP -c 'COMMAND'");
        } else if (SHELLS.contains(tool) && plain.size() == 1 && !fed && command.depth() == 0 && !isPiped(at)) {
            swallows(at, tool, "#@ shell=" + tool + " above the command, or #@ script");
        } else if (tool.equals("ssh") && !fed && isLogin(plain)) {
            swallows(at, String.join(" ", words), "ssh HOST COMMAND");
        } else if (words.get(0).equals("exec") && words.size() > 1 && command.depth() == 0) {
            sink.warn(at, "exec replaces the shell: what follows is skipped");
        } else if (EDITORS.contains(tool) && !fed && !isPiped(at)) {
            sink.warn(at, tool + " waits for a person, and nobody sits there");
        } else if (MENUS.contains(tool) && !fed && !isPiped(at)) {
            sink.warn(at, tool + " waits for a person's answer, and standard input is empty");
        } else if (tool.equals("read") && !fed && !isPiped(at) && command.depth() == 0) {
            sink.warn(at, "read gets no answer: standard input is empty");
        } else if (tool.equals("tail")
                && plain.stream().anyMatch(word -> word.matches("-[a-zA-Z]*[fF].*|--follow.*"))) {
            sink.warn(at, "tail " + "-f never ends by itself; timeout=… ends it");
        } else if (tool.equals("watch")
                || (tool.equals("top") && plain.stream().noneMatch(word -> word.contains("b")))) {
            sink.warn(at, tool + " never ends by itself and needs a terminal");
        } else if (Set.of("apt", "apt-get").contains(tool) && isAsking(plain)) {
            sink.warn(at, tool + " asks before it goes on, and nobody answers: add -y");
        }
    }

    private static boolean isAsking(List<String> words) {
        return words.stream()
                        .anyMatch(
                                Set.of("install", "upgrade", "remove", "purge", "dist-upgrade", "full-upgrade")
                                        ::contains)
                && words.stream()
                        .noneMatch(word -> word.matches(
                                "-[a-z]*[ys][a-z]*|--yes|--assume-yes|--assume-no|-qq|-s|--simulate|--dry-run|--help"));
    }

    /** Whether something is written into its standard input by a pipe: a bar stands before it. */
    private boolean isPiped(int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.endsWith("|") && !before.endsWith("||");
    }

    private static boolean isLogin(List<String> words) {
        List<String> rest = Stream.concat(Stream.of(""), words.stream().skip(1)).toList();
        int operands = 0;
        for (int i = 1; i < rest.size(); i++) {
            String word = rest.get(i);
            if (word.matches("-[bcDEeFIiJLlmOopQRSWw]")) {
                i++;
            } else if (word.matches("-.*[NVGTQ].*")) {
                return false;
            } else if (!word.startsWith("-")) {
                operands++;
            }
        }
        return operands == 1;
    }

    private void swallows(int at, String what, String instead) {
        sink.warn(
                at,
                what
                        + " starts another shell that reads nothing and ends: the following commands do not run in it; use "
                        + instead);
    }
}
