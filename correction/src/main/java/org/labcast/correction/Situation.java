package org.labcast.correction;

import java.util.List;
import java.util.Set;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.Script;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * What a rule looks at: a failure, seen at one of the simple commands that the failed line consists of.
 *
 * @param command the one that the rule is asked about; the engine asks about each in turn. {@link SimpleCommand#NONE} when the
 *     line cannot be read
 * @param says what the line printed
 */
public record Situation(FailedCommand failed, Script script, SimpleCommand command, Printed says, MachineFacts facts) {

    /** The whole line with some stretches replaced. */
    public String mended(Edit... edits) {
        return script.edited(edits);
    }

    /** Whether the command's name, without its directory, is one of these. */
    public boolean runs(String... tools) {
        return List.of(tools).contains(command.tool());
    }

    /** Whether nothing was printed, so that only the command itself and the machine can tell what was wrong. */
    public boolean nothingSaid() {
        return says.lines().stream().allMatch(String::isBlank);
    }

    /** Whether the shell, sudo or env said that there is no such command, or nobody said anything and the machine has none. */
    public boolean commandNotFound() {
        if (command.empty()) {
            return false;
        }
        String name = command.nameWord().value();
        // A directory of PATH that may not be searched makes dash say the third.
        List<String> endings = List.of(
                name + ": not found",
                name + ": command not found",
                failed.exitCode() == 127 ? name + ": Permission denied" : name + ": not found");
        boolean said = says.lines().stream()
                .anyMatch(line -> endings.stream().anyMatch(end -> line.equals(end) || line.endsWith(" " + end)));
        return said || notFoundByWrapper(name) || (nothingSaid() && absent(name));
    }

    /** env, nice, timeout and the like start it without the shell, and speak for themselves. */
    private boolean notFoundByWrapper(String name) {
        return command.words().stream()
                .limit(command.name())
                .map(Word::value)
                .anyMatch(wrapper -> says.lines().stream()
                        .anyMatch(line -> line.startsWith(wrapper + ": ")
                                && line.endsWith(": No such file or directory")
                                && line.contains(name)));
    }

    private boolean absent(String name) {
        Set<String> executables = facts.names(NameKind.EXECUTABLES);
        return !executables.isEmpty()
                && !executables.contains(name)
                && !name.contains("/")
                && !Builtins.NAMES.contains(name);
    }
}
