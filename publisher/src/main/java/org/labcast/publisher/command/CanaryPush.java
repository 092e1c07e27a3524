package org.labcast.publisher.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.labcast.model.HostSet;
import org.labcast.model.Job;
import org.labcast.model.LabcastException;
import org.labcast.model.Target;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.Audience;
import org.labcast.publisher.dispatch.CanaryChoice;
import org.labcast.publisher.dispatch.UnsureException;
import org.labcast.publisher.fix.CorrectedFile;
import org.labcast.publisher.fix.Lessons;
import org.labcast.publisher.fix.LessonsText;
import org.labcast.publisher.fix.UnifiedDiff;
import org.labcast.publisher.report.CanaryReport;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.report.Paint;
import org.labcast.publisher.store.KnownHost;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileText;
import org.labcast.publisher.taskfile.TaskSource;

/** Sends a task file to a few hosts first, and what these made of it to the others. */
final class CanaryPush {
    private final Wiring wiring;
    private final Console console;
    private final Collector collector;
    private final PostingOptions posting;
    private final ReportOptions form;

    CanaryPush(Wiring wiring, Console console, Collector collector, PostingOptions posting, ReportOptions form) {
        this.wiring = wiring;
        this.console = console;
        this.collector = collector;
        this.posting = posting;
        this.form = form;
    }

    /**
     * Returns the exit code for all hosts together.
     *
     * @param all whom the file is for; who joins later is none of them
     * @param wanted how many are to go first
     */
    int push(Audience all, TaskFile tasks, int wanted) {
        HostSet canaries = choose(all.expected(), wanted);
        HostSet rest = all.expected().minus(canaries);
        if (!confirmed(tasks, canaries, rest)) {
            console.warn("publisher: nothing was posted");
            return ExitCode.NOT_POSTED.number();
        }
        form.checkFiles();
        Job first = posting.post(wiring, console, named(canaries), tasks.named(tasks.name() + " (canary)"));
        console.warn("The other " + describe(rest) + " get nothing yet.");
        try {
            return go(first, tasks, rest);
        } catch (LabcastException e) {
            console.warn("publisher: " + e.getMessage());
            return ExitCode.MISSING.number();
        }
    }

    private HostSet choose(HostSet targeted, int wanted) {
        List<KnownHost> hosts = wiring.store().hosts().all().stream()
                .filter(host -> targeted.contains(host.host()))
                .toList();
        if (wanted >= hosts.size()) {
            throw new LabcastException("--canary " + wanted + " leaves none of the target's " + describe(targeted)
                    + " for afterwards: push without it; nothing was posted");
        }
        List<KnownHost> chosen = CanaryChoice.of(
                hosts, wanted, wiring.signer().fingerprint(), wiring.clock().instant());
        if (chosen.isEmpty()) {
            throw new LabcastException("no host of " + targeted + " can go first, since none is on and takes your jobs:"
                    + " 'publisher hosts' tells more; nothing was posted");
        }
        long systems = chosen.stream().map(CanaryChoice::system).distinct().count();
        console.warn("First: "
                + chosen.stream()
                        .map(host -> (host.host() + " " + CanaryChoice.system(host)).strip())
                        .collect(Collectors.joining(", "))
                + " (on" + (systems > 1 ? ", of " + systems + " systems" : "")
                + (chosen.size() < wanted ? "; no more hosts are on and take your jobs" : "") + ").");
        return HostSet.of(chosen.stream().map(KnownHost::host).toList());
    }

    private boolean confirmed(TaskFile tasks, HostSet canaries, HostSet rest) {
        if (!posting.asks()) {
            return true;
        }
        console.warn(TaskFileText.of(tasks));
        return console.confirm(
                "Run this on " + canaries + " now, and ask again before the other " + describe(rest) + "?");
    }

    private int go(Job first, TaskFile tasks, HostSet rest) {
        JobReport canary;
        Optional<TaskFile> next;
        try (Parting parting = Parting.withWords(console, howToGoOn(first, rest))) {
            canary = posting.await(wiring, console, collector, first.id());
            form.showFirst(canary, console);
            next = decide(canary, tasks, rest);
        }
        if (next.isEmpty()) {
            console.warn(howToGoOn(first, rest));
            return end(CanaryReport.stopped(canary, rest));
        }
        Job second = postRest(first, next.get(), rest);
        return end(CanaryReport.of(canary, posting.await(wiring, console, collector, second.id())));
    }

    private Job postRest(Job first, TaskFile tasks, HostSet rest) {
        try {
            return posting.post(wiring, console, named(rest), tasks);
        } catch (UnsureException e) {
            throw e; // they may have it: it must not be pushed again
        } catch (LabcastException e) {
            throw new LabcastException(e.getMessage() + " " + howToGoOn(first, rest), e);
        }
    }

    private int end(CanaryReport both) {
        form.show(both, console);
        return both.exit().number();
    }

    /** What to send to the others; nothing when that is not to be, which has been said then. */
    private Optional<TaskFile> decide(JobReport canary, TaskFile tasks, HostSet rest) {
        ExitCode outcome = ExitCode.of(canary);
        if (outcome != ExitCode.SUCCESS && outcome != ExitCode.FAILED) {
            console.warn("What " + named(canary) + " made of it is not known to the end.");
            return Optional.empty();
        }
        Lessons lessons = Lessons.of(canary, false);
        TaskFile next = learn(canary.job(), tasks, lessons);
        boolean failed = outcome == ExitCode.FAILED;
        if (posting.asks()) {
            String question = (failed ? "Some command failed on " + named(canary) + ". " : "")
                    + (lessons.taken().isEmpty() ? "Send the file" : "Send the corrected file") + " to the other "
                    + describe(rest) + (failed ? " all the same?" : "?");
            return Optional.of(next).filter(file -> console.confirm(question));
        }
        if (failed) {
            console.warn("Some command failed on " + named(canary) + ", so nobody else gets it without your word.");
            return Optional.empty();
        }
        return Optional.of(next).filter(file -> posting.isInstant() && lessons.isTrusted());
    }

    /** Shows what the canaries needed; returns the file that needs it no more. */
    private TaskFile learn(Job job, TaskFile tasks, Lessons lessons) {
        Paint paint = new Paint(Console.colours("err"));
        TaskFile next = tasks;
        if (!lessons.taken().isEmpty()) {
            TaskSource source = tasks.source().orElseThrow();
            CorrectedFile fixed = CorrectedFile.of(job, source, lessons);
            next = fixed.tasks().named(tasks.name() + " (corrected)");
            console.warn(UnifiedDiff.render(tasks.name(), next.name(), fixed.edit(), paint));
        }
        console.warn(lessons.isEmpty() ? "No correction was needed." : LessonsText.render(lessons, paint));
        return next;
    }

    private static String howToGoOn(Job first, HostSet rest) {
        return "Nothing was sent to the other " + describe(rest) + ". To go on: 'publisher fix " + first.id()
                + "' writes the corrected file, if there is something to correct; then publisher push FILE --host "
                + ShellWord.of(rest.toString());
    }

    private static Audience named(HostSet hosts) {
        return new Audience(Target.hosts(hosts), hosts);
    }

    private static String named(JobReport report) {
        return report.job().header().target().describe();
    }

    private static String describe(HostSet hosts) {
        return hosts.size() == 1 ? "host, " + hosts : hosts.size() + " hosts, " + hosts;
    }
}
