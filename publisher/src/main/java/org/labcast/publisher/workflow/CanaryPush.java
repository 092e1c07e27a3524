package org.labcast.publisher.workflow;

import java.util.Optional;
import org.labcast.model.HostSet;
import org.labcast.model.LabcastException;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.PostingOptions;
import org.labcast.publisher.cli.ReportOptions;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.CanaryChoice;
import org.labcast.publisher.dispatch.ResolvedTarget;
import org.labcast.publisher.dispatch.UncertainDeliveryException;
import org.labcast.publisher.fix.CorrectedFile;
import org.labcast.publisher.fix.LearnedCorrections;
import org.labcast.publisher.fix.LearnedCorrectionsText;
import org.labcast.publisher.fix.UnifiedDiff;
import org.labcast.publisher.report.Ansi;
import org.labcast.publisher.report.CanaryReport;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.report.JobReport;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.publisher.taskfile.TaskFileText;
import org.labcast.publisher.terminal.Cancellation;

/** Sends a task file to a few hosts first, and what these made of it to the others. */
public final class CanaryPush {
    private final Wiring wiring;
    private final Console console;
    private final Collector collector;
    private final PostingOptions posting;
    private final ReportOptions form;

    public CanaryPush(Wiring wiring, Console console, Collector collector, PostingOptions posting, ReportOptions form) {
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
    public int push(ResolvedTarget all, TaskFile tasks, int wanted) {
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
        Job first = posting.post(wiring, console, target(canaries), tasks.named(tasks.name() + " (canary)"));
        ResumeHint hint = new ResumeHint(first.id(), rest, tasks.source().orElseThrow());
        try {
            CanaryReport both = follow(first, tasks, hint);
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
                "Run this on " + canaries + ", and ask again before the other " + ResumeHint.count(rest) + "?");
    }

    private CanaryReport follow(Job first, TaskFile tasks, ResumeHint hint) {
        JobReport canary;
        Optional<TaskFile> next;
        try (Cancellation.Last parting = console.parting(hint.later())) {
            canary = posting.await(wiring, console, collector, first.id());
            form.showFirst(canary, console);
            next = decide(canary, tasks, hint);
        }
        if (next.isEmpty()) {
            return CanaryReport.stopped(canary, hint.rest());
        }
        Job second = postRest(next.get(), hint);
        return CanaryReport.of(canary, posting.await(wiring, console, collector, second.id()));
    }

    private Job postRest(TaskFile tasks, ResumeHint hint) {
        try {
            return posting.post(wiring, console, target(hint.rest()), tasks);
        } catch (UncertainDeliveryException e) {
            throw e; // they may have it: nobody should push it once more
        } catch (LabcastException e) {
            throw new LabcastException(e.getMessage() + "\n" + hint.later(), e);
        }
    }

    /** What to send to the others; nothing when that is not to be, which has been said then. */
    private Optional<TaskFile> decide(JobReport canary, TaskFile tasks, ResumeHint hint) {
        ExitCode outcome = ExitCode.of(canary);
        if (outcome != ExitCode.SUCCESS && outcome != ExitCode.FAILED) {
            console.warn("It is not known to the end what became of it there. " + hint.later());
            return Optional.empty();
        }
        LearnedCorrections learned = LearnedCorrections.of(canary, false);
        TaskFile next = learn(canary.job(), tasks, learned);
        boolean corrected = !learned.taken().isEmpty();
        String doubt = outcome == ExitCode.FAILED ? "Not all went well. " : "";
        if (!learned.isTrusted()) {
            doubt = "A host corrected what it was not to. ";
        }
        if (goes(
                doubt,
                (corrected ? "the corrected file" : "the file") + " to the other " + ResumeHint.count(hint.rest()))) {
            return Optional.of(next);
        }
        console.warn(doubt + hint.now(corrected));
        return Optional.empty();
    }

    private boolean goes(String doubt, String what) {
        return posting.asks(console)
                ? console.confirm(doubt + "Send " + what + "?")
                : posting.isInstant() && doubt.isEmpty();
    }

    /** Shows what the canaries needed; returns the file that needs it no more. */
    private TaskFile learn(Job job, TaskFile tasks, LearnedCorrections learned) {
        Ansi ansi = new Ansi(console.colours("err"));
        if (learned.isEmpty()) {
            console.warn("No correction was needed.");
            return tasks;
        }
        TaskFile next = tasks;
        if (!learned.taken().isEmpty()) {
            CorrectedFile fixed = CorrectedFile.of(job, tasks.source().orElseThrow(), learned);
            next = fixed.tasks().named(tasks.name() + " (corrected)");
            console.warn(UnifiedDiff.render(tasks.name(), next.name(), fixed.edit(), ansi));
        }
        console.warn(LearnedCorrectionsText.render(learned, ansi));
        return next;
    }

    private static ResolvedTarget target(HostSet hosts) {
        return new ResolvedTarget(Target.hosts(hosts), hosts);
    }
}
