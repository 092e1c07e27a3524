package org.labcast.publisher.cli;

import java.time.Duration;
import java.util.Optional;
import org.labcast.model.LabcastException;
import org.labcast.model.OrderId;
import org.labcast.model.order.Job;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.ResolvedTarget;
import org.labcast.publisher.dispatch.TargetChoice;
import org.labcast.publisher.dispatch.TargetResolver;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileText;
import org.labcast.publisher.workflow.JobWaiter;
import picocli.CommandLine.Option;

/** How a job is posted and waited for. */
public final class PostingOptions {
    @Option(
            names = {"--instant", "-y"},
            description = "Ask nothing.")
    private boolean instant;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description =
                    "Wait at most so long, as in 90s or 5m; 0s: do not wait. Else as long as a host is on or at work.")
    private Optional<Duration> wait = Optional.empty();

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "7d",
            description = "Hosts refuse the job afterwards (${DEFAULT-VALUE}).")
    private Duration valid = Duration.ofDays(7);

    /** How long what waits on the broker already is taken in: no longer than the answers are waited for. */
    Duration patience() {
        Duration most = Duration.ofSeconds(60);
        return wait.filter(limit -> limit.compareTo(most) < 0).orElse(most);
    }

    /** A person is asked; a script has decided already. */
    public boolean asks(Console console) {
        return !instant && console.isTerminal("in");
    }

    public boolean isInstant() {
        return instant;
    }

    /** Finds the hosts, asks, posts, waits and reports; returns the exit code. */
    int push(
            Wiring wiring,
            Console console,
            Collector collector,
            TargetChoice choice,
            TaskFile tasks,
            ReportOptions form) {
        ResolvedTarget target = resolve(wiring, choice);
        if (!confirmed(console, target, tasks)) {
            return ExitCode.NOT_POSTED.number();
        }
        form.checkFiles();
        Job job = post(wiring, console, target, tasks);
        return follow(wiring, console, collector, job.id(), form);
    }

    public ResolvedTarget resolve(Wiring wiring, TargetChoice choice) {
        return new TargetResolver(wiring.store().hosts().all(), wiring.store().invitations()).resolve(choice);
    }

    public Job post(Wiring wiring, Console console, ResolvedTarget target, TaskFile tasks) {
        Job job = wiring.dispatcher().post(target, valid, tasks);
        console.posted(job.id());
        console.warn("Posted " + job.id() + " to " + target.expected() + ".");
        return job;
    }

    public JobReport await(Wiring wiring, Console console, Collector collector, OrderId job) {
        return new JobWaiter(wiring, console, job).untilOver(collector, wait);
    }

    /** Asks the person, where there is one, whether this is to be done there. */
    public boolean confirmed(Console console, ResolvedTarget target, TaskFile tasks) {
        if (!asks(console)) {
            return true;
        }
        console.warn(TaskFileText.of(tasks).stripTrailing());
        int hosts = target.expected().size();
        boolean wanted = console.confirm("Run this on " + target.target().describe() + ", "
                + (hosts == 1 ? "1 host" : hosts + " hosts: " + target.expected()) + "?");
        if (!wanted) {
            console.warn("publisher: nothing was posted");
        }
        return wanted;
    }

    /** From here on the job is posted, whatever happens to us: no fault may end in "nothing was posted". */
    public int follow(Wiring wiring, Console console, Collector collector, OrderId job, ReportOptions form) {
        try {
            JobReport report = await(wiring, console, collector, job);
            form.show(report, console);
            return ExitCode.of(report).number();
        } catch (LabcastException e) {
            console.warn("publisher: " + e.getMessage());
            console.warn("publisher: the job is posted; 'publisher report " + job + "' shows what became of it");
            return ExitCode.MISSING.number();
        }
    }
}
