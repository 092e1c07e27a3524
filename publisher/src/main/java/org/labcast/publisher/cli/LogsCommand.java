package org.labcast.publisher.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.LabcastException;
import org.labcast.model.order.Fetch;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.ResolvedTarget;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.HostReport;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.workflow.FullOutput;
import org.labcast.publisher.workflow.JobWaiter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The full output of a job on one host. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints the full output of a job on one host; what the report left out is fetched from there.",
        footer = {"", "Examples:", "  publisher logs last lab-01", "  publisher logs k3f7 lab-01 --task 3 > output.bin"
        })
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "JOB", description = "A job's id or its beginning; 'last' is the newest.")
    private String job = "last";

    @Parameters(index = "1", paramLabel = "HOST", description = "The host.")
    @SuppressWarnings("NullAway.Init") // required, set by picocli
    private HostName host;

    @Option(names = "--task", paramLabel = "N", description = "Only this command, counted from 1, and only its output.")
    private Optional<Integer> task = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "20s",
            description = "Wait up to TIME for the host (${DEFAULT-VALUE}).")
    private Duration wait = Duration.ofSeconds(20);

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            Collector collector = wiring.collector();
            collector.drain();
            Job wanted = wiring.store().jobs().find(job).job();
            FullOutput full = new FullOutput(wiring.store().results(), wanted, host);
            JobReport report = wiring.reader(wanted.id()).read();
            HostReport answered = report.hosts().stream()
                    .filter(one -> one.host().equals(host))
                    .findFirst()
                    .orElseThrow(() -> new LabcastException(host + " is not among the hosts of " + wanted.id()));
            checkTask(wanted);
            List<Integer> absent = full.absent(answered, task);
            if (!absent.isEmpty()) {
                ResolvedTarget there =
                        new ResolvedTarget(Target.hosts(HostSet.of(List.of(host))), HostSet.of(List.of(host)));
                for (int index : absent) {
                    wiring.dispatcher()
                            .post(there, Duration.ofHours(1), header -> new Fetch(header, wanted.id(), index));
                }
                new JobWaiter(wiring, console, wanted.id())
                        .until(
                                collector,
                                Optional.of(wait),
                                r -> full.absent(answered, task).isEmpty());
            }
            full.print(answered, task, console);
            if (!answered.state().isFinal()) {
                console.warn("publisher: " + host + " has not finished: there may be more");
            } else if (full.absent(answered, task).isEmpty()) {
                return (full.isContradicted(answered, task) ? ExitCode.ANSWER_REFUSED : ExitCode.SUCCESS).number();
            }
            return ExitCode.MISSING.number();
        }
    }

    private void checkTask(Job wanted) {
        int tasks = wanted.tasks().size();
        if (task.isPresent() && (task.get() < 1 || task.get() > tasks)) {
            throw new LabcastException(
                    "the job " + wanted.id() + " has the commands 1 to " + tasks + ", not " + task.get());
        }
    }
}
