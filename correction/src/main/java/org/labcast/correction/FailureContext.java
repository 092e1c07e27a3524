package org.labcast.correction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labcast.correction.effect.EffectTables;
import org.labcast.correction.shell.Edit;
import org.labcast.correction.shell.ParsedLine;
import org.labcast.correction.shell.SimpleCommand;
import org.labcast.correction.shell.Word;

/**
 * What a rule looks at: a failure, seen at one of the simple commands that the failed line consists of.
 *
 * @param command the one that the rule is asked about; the engine asks about each in turn. {@link SimpleCommand#NONE} when the
 *     line cannot be read
 * @param says what the line printed
 * @param tables what calls of tools do, those of the lab included
 */
public record FailureContext(
        FailedCommand failed,
        ParsedLine script,
        SimpleCommand command,
        ToolOutput says,
        MachineFacts facts,
        EffectTables tables) {

    /** The whole line with some stretches replaced. */
    public String mended(Edit... edits) {
        return script.edited(edits);
    }

    /** The whole line with another call, which must succeed, before the failing command. */
    public String preceded(String call) {
        return mended(command.preceded(call));
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
        // A directory of PATH that may not be searched makes dash say that permission is denied.
        boolean unsearchable = failed.exitCode() == 127;
        boolean said = says.lines().stream()
                .anyMatch(line -> ShellError.saysNotFound(line, name)
                        || (unsearchable && line.endsWith(" " + name + ": Permission denied")));
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

    /** Path of an administrator's command of this name, which a plain user's PATH does not reach. */
    public Optional<String> rootCommand(String name) {
        return Stream.of("/usr/sbin/", "/sbin/")
                .map(directory -> directory + name)
                .filter(path -> facts.path(path) == PathKind.FILE)
                .findFirst();
    }

    /** Names of commands for root, which sudo finds also where they are not on the user's PATH. */
    public Set<String> rootCommands() {
        return Stream.of("/usr/local/sbin", "/usr/sbin")
                .flatMap(directory -> facts.entries(directory).stream())
                .collect(Collectors.toSet());
    }

    private boolean absent(String name) {
        Set<String> executables = facts.names(NameKind.EXECUTABLES);
        return !executables.isEmpty()
                && !executables.contains(name)
                && !name.contains("/")
                && !Builtins.NAMES.contains(name);
    }
}
