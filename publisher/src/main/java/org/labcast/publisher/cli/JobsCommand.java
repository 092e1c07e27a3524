package org.labcast.publisher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.report.JobCounts;
import org.labcast.publisher.report.JobCounts.JobLine;
import org.labcast.publisher.report.JobsTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The jobs of this publisher. */
@Command(name = "jobs", mixinStandardHelpOptions = true, description = "Lists this publisher's jobs, the newest first.")
final class JobsCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many (${DEFAULT-VALUE}).")
    private int most = 20;

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            HostsCommand.collect(wiring, console);
            JobCounts counts = new JobCounts(wiring.store(), wiring.clock());
            List<JobLine> jobs =
                    wiring.store().jobs().newest(most).stream().map(counts::of).toList();
            console.print(
                    json
                            ? JobsTable.json(jobs, wiring.clock().instant())
                            : JobsTable.text(jobs, wiring.clock().instant(), console.style()));
            return 0;
        }
    }
}
