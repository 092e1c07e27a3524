package org.labcast.publisher.command;

import java.util.Optional;
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
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileText;
import org.labcast.publisher.terminal.Cancellation;

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
     * @param all whom the file is for; a host that joins later is none of them
     * @param wanted how many are to go first
     */
    int push(Audience all, TaskFile tasks, int wanted) {
        CanaryChoice choice = CanaryChoice.of(
                all.expected(),
                wanted,
                wiring.store().hosts().all(),
                wiring.signer().fingerprint(),
                wiring.clock().instant());
        console.warn(choice.describe());
        HostSet canaries = choice.names();
        HostSet rest = all.expected().minus(canaries);
        if (!confirmed(tasks, canaries, rest)) {
            console.warn("publisher: nothing was posted");
            return ExitCode.NOT_POSTED.number();
        }
        form.checkFiles();
        Job first = posting.post(wiring, console, audience(canaries), tasks.named(tasks.name() + " (canary)"));
        GoingOn goingOn = new GoingOn(first.id(), rest, tasks.source().orElseThrow());
        try {
            CanaryReport both = follow(first, tasks, goingOn);
            form.show(both, console);
            return both.exit().number();
        } catch (LabcastException e) {
            console.warn("publisher: " + e.getMessage());
            console.warn("publisher: 'publisher jobs' shows what was posted");
            return ExitCode.MISSING.number();
        }
    }

    private boolean confirmed(TaskFile tasks, HostSet canaries, HostSet rest) {
        if (!posting.asks(console)) {
            return true;
        }
        console.warn(TaskFileText.of(tasks));
        return console.confirm(
                "Run this on " + canaries + ", and ask again before the other " + GoingOn.count(rest) + "?");
    }

    private CanaryReport follow(Job first, TaskFile tasks, GoingOn goingOn) {
        JobReport canary;
        Optional<TaskFile> next;
        try (Cancellation.Last parting = console.parting(goingOn.later())) {
            canary = posting.await(wiring, console, collector, first.id());
            form.showFirst(canary, console);
            next = decide(canary, tasks, goingOn);
        }
        if (next.isEmpty()) {
            return CanaryReport.stopped(canary, goingOn.rest());
        }
        Job second = postRest(next.get(), goingOn);
        return CanaryReport.of(canary, posting.await(wiring, console, collector, second.id()));
    }

    private Job postRest(TaskFile tasks, GoingOn goingOn) {
        try {
            return posting.post(wiring, console, audience(goingOn.rest()), tasks);
        } catch (UnsureException e) {
            throw e; // they may have it: nobody should push it once more
        } catch (LabcastException e) {
            throw new LabcastException(e.getMessage() + "\n" + goingOn.later(), e);
        }
    }

    /** What to send to the others; nothing when that is not to be, which has been said then. */
    private Optional<TaskFile> decide(JobReport canary, TaskFile tasks, GoingOn goingOn) {
        ExitCode outcome = ExitCode.of(canary);
        if (outcome != ExitCode.SUCCESS && outcome != ExitCode.FAILED) {
            console.warn("It is not known to the end what became of it there. " + goingOn.later());
            return Optional.empty();
        }
        Lessons lessons = Lessons.of(canary, false);
        TaskFile next = learn(canary.job(), tasks, lessons);
        boolean corrected = !lessons.taken().isEmpty();
        String doubt = outcome == ExitCode.FAILED ? "Not all went well. " : "";
        if (!lessons.isTrusted()) {
            doubt = "A host corrected what it was not to. ";
        }
        if (goes(
                doubt,
                (corrected ? "the corrected file" : "the file") + " to the other " + GoingOn.count(goingOn.rest()))) {
            return Optional.of(next);
        }
        console.warn(doubt + goingOn.now(corrected));
        return Optional.empty();
    }

    private boolean goes(String doubt, String what) {
        return posting.asks(console)
                ? console.confirm(doubt + "Send " + what + "?")
                : posting.isInstant() && doubt.isEmpty();
    }

    /** Shows what the canaries needed; returns the file that needs it no more. */
    private TaskFile learn(Job job, TaskFile tasks, Lessons lessons) {
        Paint paint = new Paint(console.colours("err"));
        if (lessons.isEmpty()) {
            console.warn("No correction was needed.");
            return tasks;
        }
        TaskFile next = tasks;
        if (!lessons.taken().isEmpty()) {
            CorrectedFile fixed = CorrectedFile.of(job, tasks.source().orElseThrow(), lessons);
            next = fixed.tasks().named(tasks.name() + " (corrected)");
            console.warn(UnifiedDiff.render(tasks.name(), next.name(), fixed.edit(), paint));
        }
        console.warn(LessonsText.render(lessons, paint));
        return next;
    }

    private static Audience audience(HostSet hosts) {
        return new Audience(Target.hosts(hosts), hosts);
    }
}
