package org.labcast.publisher.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.labcast.model.HostSet;
import org.labcast.model.Job;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.TargetChoice;
import org.labcast.publisher.report.JobReport;
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
            "yet may still run the earlier job too: cancel that one first where twice would be wrong."
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
        try (Wiring wiring = Wiring.of(home.home())) {
            Console console = new Console();
            Collector collector = wiring.collector();
            collector.drain();
            Job old = job.find(wiring).job();
            HostSet wanted = wanted(wiring.reader(old.id()).read());
            if (wanted.isEmpty()) {
                console.print("No host needs " + old.id() + " again: nothing was posted.");
                return 0;
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

    private HostSet wanted(JobReport report) {
        if (choice.hosts.isPresent()) {
            return choice.hosts.get();
        } else if (choice.failed) {
            return report.failed();
        }
        return choice.missing ? report.missing() : report.failed().plus(report.missing());
    }
}
