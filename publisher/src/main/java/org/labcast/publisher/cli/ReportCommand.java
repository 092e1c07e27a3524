package org.labcast.publisher.cli;

import java.util.concurrent.Callable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.JobReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What became of a job. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows what became of a job: equal outputs once, failures, corrections, hosts still missing.",
        footer = {"", "Examples:", "  publisher report last", "  publisher report k3f7 --html report.html"})
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final JobArgument job = new JobArgument();

    @Mixin
    private final ReportOptions form = new ReportOptions();

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            HostsCommand.collect(wiring, console);
            JobReport report = wiring.reader(job.find(wiring).job().id()).read();
            form.show(report, console);
            return ExitCode.of(report).number();
        }
    }
}
