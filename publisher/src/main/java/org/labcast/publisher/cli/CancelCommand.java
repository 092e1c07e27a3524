package org.labcast.publisher.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.order.Cancel;
import org.labcast.model.order.Job;
import org.labcast.model.result.CancelPoint;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.ResolvedTarget;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.HostReport;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.store.StoredJob;
import org.labcast.publisher.workflow.JobWaiter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops a job. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Stops a job wherever it waits or runs, and says per host what the cancellation met.",
        footer = {"", "Hosts that are off get the cancellation before the job when they come back."})
final class CancelCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final JobArgument job = new JobArgument();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "Wait up to TIME for the hosts' answers (${DEFAULT-VALUE}).")
    private Duration wait = Duration.ofSeconds(10);

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            Collector collector = wiring.collector();
            collector.drain();
            StoredJob stored = job.find(wiring);
            Job cancelled = stored.job();
            Duration valid = Duration.between(
                    wiring.clock().instant(), cancelled.header().expires());
            if (valid.isNegative() || valid.isZero()) {
                console.print("The job " + cancelled.id() + " has expired: no host will start it any more.");
                return 0;
            }
            ResolvedTarget target = new ResolvedTarget(cancelled.header().target(), stored.expected());
            wiring.dispatcher().post(target, valid.plusMinutes(1), header -> new Cancel(header, cancelled.id()));
            JobReport report = new JobWaiter(wiring, console, cancelled.id())
                    .until(collector, Optional.of(wait), CancelCommand::everyoneHasAnswered);
            console.print(describe(report));
            return (everyoneHasAnswered(report) ? ExitCode.SUCCESS : ExitCode.MISSING).number();
        }
    }

    private static boolean everyoneHasAnswered(JobReport report) {
        return report.hosts().stream().allMatch(host -> host.cancelled().isPresent());
    }

    static String describe(JobReport report) {
        Map<CancelPoint, List<HostName>> met = new EnumMap<>(CancelPoint.class);
        List<HostName> silent = new ArrayList<>();
        for (HostReport host : report.hosts()) {
            host.cancelled()
                    .ifPresentOrElse(
                            point -> met.computeIfAbsent(point, p -> new ArrayList<>())
                                    .add(host.host()),
                            () -> silent.add(host.host()));
        }
        StringBuilder text = new StringBuilder();
        met.forEach((point, hosts) ->
                text.append(HostSet.of(hosts)).append(": ").append(say(point)).append('\n'));
        if (!silent.isEmpty()) {
            text.append(HostSet.of(silent)).append(": no answer yet; the cancellation waits there as the job does\n");
        }
        return text.toString();
    }

    private static String say(CancelPoint point) {
        return switch (point) {
            case BEFORE -> "cancelled before it ran";
            case WHILE -> "cancelled while it ran";
            case AFTER -> "too late, it had ended";
            case UNSEEN -> "cancelled before the host had seen it";
        };
    }
}
