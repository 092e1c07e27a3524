package org.labcast.publisher.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.workflow.JobWaiter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows a job until every host has said its last word. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description =
                "Follows a job live until every host has answered, then reports. Ctrl-C stops watching, not the job.")
final class WatchCommand implements Callable<Integer> {
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final JobArgument job = new JobArgument();

    @Mixin
    private final ReportOptions form = new ReportOptions();

    @Option(names = "--wait", paramLabel = "TIME", description = "At most so long.")
    private Optional<Duration> wait = Optional.empty();

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            Collector collector = wiring.collector();
            HomeCommand.warnOfCopies(wiring, console);
            collector.drain();
            collector.refreshHosts();
            JobReport report = new JobWaiter(
                            wiring, console, job.find(wiring).job().id())
                    .untilOver(collector, wait.or(() -> Optional.of(FOR_EVER)));
            form.show(report, console);
            return ExitCode.of(report).number();
        }
    }
}
