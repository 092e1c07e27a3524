package org.labcast.publisher.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.labcast.model.HostSet;
import org.labcast.model.order.Job;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.TargetChoice;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.HostReport;
import org.labcast.publisher.report.HostState;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.store.RefusedAnswer;
import org.labcast.publisher.taskfile.TaskFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a new job from an old one. */
@Command(
        name = "reissue",
        mixinStandardHelpOptions = true,
        description = "Signs and posts the commands of an earlier job again, for just the hosts that still need them.",
        footer = {
            "",
            "Without a choice: the hosts that failed and those that have not answered. A host that has not answered",
            "yet may still run the earlier job too: cancel that one first where twice would be wrong. Hosts that are",
            "known to have the job already are named, and wait for your word or --twice."
        })
final class ReissueCommand implements Callable<Integer> {
    @Mixin
    private final HomeOption home = new HomeOption();

    @Mixin
    private final JobArgument job = new JobArgument();

    @Mixin
    private final PostingOptions posting = new PostingOptions();

    @Mixin
    private final ReportOptions form = new ReportOptions();

    @Option(names = "--twice", description = "Also where a host has the job already and may run its commands twice.")
    private boolean twice;

    @ArgGroup
    private final Choice choice = new Choice();

    private static final class Choice {
        @Option(names = "--failed", description = "The hosts on which it failed.")
        private boolean failed;

        @Option(names = "--missing", description = "The hosts that have not answered.")
        private boolean missing;

        @Option(names = "--host", paramLabel = "HOSTS", description = "These hosts.")
        private Optional<HostSet> hosts = Optional.empty();
    }

    @Override
    public Integer call() {
        try (Wiring wiring = home.wiring()) {
            Console console = home.console();
            Collector collector = wiring.collector();
            collector.drain();
            Job old = job.find(wiring).job();
            JobReport report = wiring.reader(old.id()).read();
            HostSet wanted = wanted(report);
            if (wanted.isEmpty()) {
                console.print("No host needs " + old.id() + " again: nothing was posted.");
                return 0;
            }
            if (!twice && !isMeant(console, old, taken(report, wanted))) {
                console.warn("publisher: nothing was posted");
                return ExitCode.NOT_POSTED.number();
            }
            TaskFile tasks = new TaskFile(
                    old.title(),
                    old.tasks(),
                    old.session(),
                    old.logAddress(),
                    List.of(),
                    wiring.store().jobs().source(old.id()));
            return posting.push(wiring, console, collector, TargetChoice.of(wanted), tasks, form);
        }
    }

    /** Those of them that have taken the job and have not ended it: their results may be on the way. */
    private static HostSet taken(JobReport report, HostSet wanted) {
        return HostSet.of(Stream.concat(
                        report.hosts().stream()
                                .filter(host -> host.state() == HostState.ACCEPTED || host.state() == HostState.RUNNING)
                                .map(HostReport::host),
                        report.refused().stream()
                                .map(RefusedAnswer::claimedHost)
                                .flatMap(name -> wanted.asSet().stream()
                                        .filter(host -> host.value().equals(name))))
                .filter(wanted::contains)
                .distinct()
                .toList());
    }

    private static boolean isMeant(Console console, Job old, HostSet taken) {
        if (taken.isEmpty()) {
            return true;
        }
        console.warn("publisher: " + taken + (taken.size() == 1 ? " has" : " have") + " taken " + old.id()
                + " already, and may run its commands twice. Their answers come by themselves; 'publisher cancel "
                + old.id() + "' ends it there.");
        if (console.isTerminal("in")) {
            return console.confirm("Send it to " + (taken.size() == 1 ? "it" : "them") + " once more all the same?");
        }
        console.warn("publisher: to send it all the same, add --twice");
        return false;
    }

    private HostSet wanted(JobReport report) {
        if (choice.hosts.isPresent()) {
            return choice.hosts.get();
        } else if (choice.failed) {
            return report.failed();
        }
        return choice.missing ? report.missing() : report.failed().plus(report.missing());
    }
}
