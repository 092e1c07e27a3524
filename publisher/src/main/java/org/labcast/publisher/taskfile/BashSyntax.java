package org.labcast.publisher.taskfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.labcast.shell.Remark;
import org.labcast.shell.ShellWord;
import org.labcast.shell.SimpleCommand;

/** What only bash understands in a file that another shell reads; its silent differences above all. */
final class BashSyntax {
    static final String INSTEAD = ": for bash, write #!/bin/bash as the first line or #@ shell=bash above the command";

    /** Builtins of bash that sh does not have. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("[[", "[[ … ]]"),
            Map.entry("source", "source (in sh it is called .)"),
            Map.entry("pushd", "pushd"),
            Map.entry("popd", "popd"),
            Map.entry("dirs", "dirs"),
            Map.entry("shopt", "shopt"),
            Map.entry("declare", "declare"),
            Map.entry("typeset", "typeset"),
            Map.entry("mapfile", "mapfile"),
            Map.entry("readarray", "readarray"),
            Map.entry("function", "the keyword function"),
            Map.entry("coproc", "coproc"),
            Map.entry("let", "let"),
            Map.entry("disown", "disown"),
            Map.entry("compgen", "compgen"));

    private BashSyntax() {}

    static Optional<String> complaint(Remark remark, Predicate<String> isAssigned) {
        return switch (remark.kind()) {
            case BASH -> Optional.of(remark.what() + " is bash, not sh" + INSTEAD);
            case BASH_VARIABLE ->
                isAssigned.test(remark.what())
                        ? Optional.empty()
                        : Optional.of("$" + remark.what() + " is set by bash and empty in sh" + INSTEAD);
            default -> Optional.empty();
        };
    }

    static Optional<String> complaint(SimpleCommand command) {
        String name = command.name();
        List<String> words = command.words().stream().map(ShellWord::text).toList();
        if (COMMANDS.containsKey(name)) {
            return Optional.of(COMMANDS.get(name) + " is bash, not sh" + INSTEAD);
        }
        String what = switch (name) {
            case "set" -> words.contains("pipefail") ? "pipefail" : "";
            case "echo" ->
                words.size() > 1 && words.get(1).matches("-[nE]*e[neE]*")
                        ? "echo -e (printf does the same everywhere)"
                        : "";
            case "read" ->
                words.stream().skip(1).anyMatch(BashSyntax::isReadOption) ? "read with options other than -r" : "";
            case "local" -> words.size() > 1 && words.get(1).matches("-[aAin]+") ? "local " + words.get(1) : "";
            case "printf" -> words.size() > 1 && words.get(1).equals("-v") ? "printf -v" : "";
            case "export" -> words.contains("-f") ? "export -f" : "";
            case "wait" -> words.contains("-n") ? "wait -n" : "";
            case "trap" ->
                words.size() > 2 && words.stream().skip(2).anyMatch(Set.of("ERR", "DEBUG", "RETURN")::contains)
                        ? "trap with ERR, DEBUG or RETURN"
                        : "";
            case "[", "test" -> words.contains("==") ? "== in [ ] (= does the same everywhere)" : "";
            default -> "";
        };
        return what.isEmpty() ? Optional.empty() : Optional.of(what + " is bash, not sh" + INSTEAD);
    }

    private static boolean isReadOption(String word) {
        return word.matches("-r*[adeinNpstu].*");
    }
}
