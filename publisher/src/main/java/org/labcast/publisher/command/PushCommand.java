package org.labcast.publisher.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.taskfile.TaskFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The main job: a task file to hosts, and one report back. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description = "Signs the commands of a task file, posts them, waits for the hosts and reports.",
        footer = {
            "",
            "Hosts that are off get the job when they come back, until it expires. Ctrl-C stops waiting, not the job.",
            "",
            "Examples:",
            "  publisher push tasks.txt",
            "  publisher push tasks.txt --host lab-[01-20] --instant",
            "  publisher push tasks.txt --where \"os = 'debian' AND memory_mb > 4000\"",
            "  publisher push tasks.txt --group physics --wait 5m --html report.html"
        })
final class PushCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final TargetOptions target = new TargetOptions();

    @Mixin
    private final PostingOptions posting = new PostingOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Parameters(paramLabel = "FILE", description = "The task file: one command a line.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private Path file;

    @Override
    public Integer call() {
        TaskFile tasks = TaskFile.read(file);
        Console console = new Console();
        tasks.warnings().forEach(warning -> console.warn(warning.toString()));
        try (Wiring wiring = Wiring.of(home.home())) {
            Collector collector = wiring.collector();
            collector.drain();
            if (target.needsFacts() || posting.asks()) {
                collector.refreshHosts();
            }
            return posting.push(
                    wiring, console, collector, target.choice(wiring.signer().fingerprint()), tasks, report);
        }
    }
}
