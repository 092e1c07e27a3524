package org.labcast.publisher.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.dispatch.ResolvedTarget;
import org.labcast.publisher.dispatch.TargetResolver;
import org.labcast.publisher.home.PublisherHome;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Parses a task file and shows what it means; talks to nobody, and knows of the hosts what was last heard. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Parses a task file and shows its commands, options, target and warnings; posts nothing.",
        footer = {
            "",
            "Exit codes: 0 good, 1 the file has errors, 3 no known host matches the target, 64 wrong usage.",
            "",
            "Example:",
            "  publisher check tasks.txt --group physics"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

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
        Console console = home.console();
        tasks.warnings().forEach(warning -> console.warn(warning.toString()));
        console.print(TaskFileText.of(tasks));
        console.print("Target: " + target.describe() + matching());
        return 0;
    }

    /** A name, group or condition that no host has is a slip, and is told as push tells it. */
    private String matching() {
        PublisherHome folder = home.home();
        if (!target.isNarrowed() || !folder.exists()) {
            return "";
        }
        try (Wiring wiring = home.wiring()) {
            ResolvedTarget resolvedTarget = new TargetResolver(
                            wiring.store().hosts().all(), wiring.store().invitations())
                    .resolve(target.choice(folder.certificate().fingerprint()));
            return ": " + resolvedTarget.expected();
        }
    }
}
