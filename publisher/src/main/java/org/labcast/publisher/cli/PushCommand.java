package org.labcast.publisher.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.OrderId;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.TargetChoice;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.workflow.CanaryPush;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            "  publisher push tasks.txt --group physics --wait 5m --html report.html",
            "  publisher push tasks.txt --group physics --canary 1"
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

    @Option(
            names = "--canary",
            paramLabel = "N",
            description = "Run it on N hosts first, show the corrections they needed, then ask whether to send the"
                    + " corrected file to the others; with --instant send it if every canary succeeded.")
    private Optional<Integer> canary = Optional.empty();

    @Option(names = "--strict", description = "Warnings about the task file are errors.")
    private boolean strict;

    /** A job of this very command line that was posted by a resident publisher which did not live to see its end. */
    @Option(names = "--resume", hidden = true)
    private Optional<OrderId> resumed = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // injected by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (canary.filter(number -> number < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--canary takes a number of hosts, 1 or more");
        }
        if (resumed.isPresent()) {
            return resume(resumed.get());
        }
        TaskFile tasks = TaskFile.read(file, strict);
        Console console = home.console();
        tasks.warnings().forEach(warning -> console.warn(warning.toString()));
        try (Wiring wiring = home.wiring()) {
            Collector collector = wiring.collector();
            HomeCommand.warnOfCopies(wiring, console);
            collector.drain(posting.patience());
            if (target.needsFacts() || posting.asks(console) || canary.isPresent()) {
                collector.refreshHosts();
            }
            TargetChoice choice = target.choice(wiring.signer().fingerprint());
            if (canary.isPresent()) {
                return new CanaryPush(wiring, console, collector, posting, report)
                        .push(posting.resolve(wiring, choice), tasks, canary.get());
            }
            return posting.push(wiring, console, collector, choice, tasks, report);
        }
    }

    private int resume(OrderId job) {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            Collector collector = wiring.collector();
            collector.drain(posting.patience());
            return posting.follow(wiring, console, collector, job, report);
        }
    }
}
