package org.labcast.publisher.workflow;

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

/** Finds the hosts of a job, asks, posts it, waits for it and reports. */
public final class JobPush {
    private final Wiring wiring;
    private final Dialogue dialogue;
    private final ReportOutput report;
    private final Terms terms;

    public JobPush(Wiring wiring, Dialogue dialogue, ReportOutput report, Terms terms) {
        this.wiring = wiring;
        this.dialogue = dialogue;
        this.report = report;
        this.terms = terms;
    }

    /**
     * On what terms a job is posted and waited for.
     *
     * @param asks whether a person is asked before something is posted
     * @param instant whether the person has said yes to everything beforehand
     * @param limit how long it is waited for at most; empty: as long as some host is on or at work
     * @param valid hosts refuse the job afterwards
     */
    public record Terms(boolean asks, boolean instant, Optional<Duration> limit, Duration valid) {}

    /** Returns the exit code. */
    public int push(Collector collector, TargetChoice choice, TaskFile tasks) {
        ResolvedTarget target = resolve(choice);
        if (!confirmed(target, tasks)) {
            return ExitCode.NOT_POSTED.number();
        }
        report.checkFiles();
        return follow(collector, post(target, tasks).id());
    }

    public ResolvedTarget resolve(TargetChoice choice) {
        return new TargetResolver(wiring.store().hosts().all(), wiring.store().invitations()).resolve(choice);
    }

    Job post(ResolvedTarget target, TaskFile tasks) {
        Job job = wiring.dispatcher().post(target, terms.valid(), tasks);
        dialogue.posted(job.id());
        dialogue.warn("Posted " + job.id() + " to " + target.expected() + ".");
        return job;
    }

    JobReport await(Collector collector, OrderId job) {
        return new JobWaiter(wiring, dialogue, job).untilOver(collector, terms.limit());
    }

    /** Asks the person, where there is one, whether this is to be done there. */
    boolean confirmed(ResolvedTarget target, TaskFile tasks) {
        if (!terms.asks()) {
            return true;
        }
        dialogue.warn(TaskFileText.of(tasks).stripTrailing());
        int hosts = target.expected().size();
        boolean wanted = dialogue.confirm("Run this on " + target.target().describe() + ", "
                + (hosts == 1 ? "1 host" : hosts + " hosts: " + target.expected()) + "?");
        if (!wanted) {
            dialogue.warn("publisher: nothing was posted");
        }
        return wanted;
    }

    /** From here on the job is posted, whatever happens to us: no fault may end in "nothing was posted". */
    public int follow(Collector collector, OrderId job) {
        try {
            JobReport seen = await(collector, job);
            report.show(seen);
            return ExitCode.of(seen).number();
        } catch (LabcastException e) {
            dialogue.warn("publisher: " + e.getMessage());
            dialogue.warn("publisher: the job is posted; 'publisher report " + job + "' shows what became of it");
            return ExitCode.MISSING.number();
        }
    }

    Wiring wiring() {
        return wiring;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    ReportOutput report() {
        return report;
    }

    Terms terms() {
        return terms;
    }
}
