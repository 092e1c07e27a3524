package org.labcast.publisher.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Parses a task file and shows what it means; talks to nobody. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Parses a task file and shows its commands, options, target and warnings; posts nothing.",
        footer = {"", "Example:", "  publisher check tasks.txt --group physics"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Parameters(paramLabel = "FILE", description = "The task file.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private Path file;

    @Option(names = "--strict", description = "Warnings are errors.")
    private boolean strict;

    @Override
    public Integer call() {
        TaskFile tasks = TaskFile.read(file, strict);
        Console console = new Console();
        tasks.warnings().forEach(warning -> console.warn(warning.toString()));
        console.print(TaskFileText.of(tasks));
        console.print("Target: " + target.describe());
        return 0;
    }
}
