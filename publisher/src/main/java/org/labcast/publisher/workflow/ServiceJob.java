package org.labcast.publisher.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.labcast.model.order.Job;
import org.labcast.model.order.ServiceChange;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.service.PortName;
import org.labcast.publisher.Wiring;
import org.labcast.publisher.cli.Console;
import org.labcast.publisher.cli.PostingOptions;
import org.labcast.publisher.cli.ReportOptions;
import org.labcast.publisher.cli.TargetOptions;
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.ResolvedTarget;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.store.Hosts;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.text.Printable;

/** Changes which services hosts offer: a job like any other, with one task. */
public final class ServiceJob {
    private final Wiring wiring;
    private final Console console;
    private final TargetOptions target;
    private final PostingOptions posting;
    private final ReportOptions report;

    public ServiceJob(
            Wiring wiring, Console console, TargetOptions target, PostingOptions posting, ReportOptions report) {
        this.wiring = wiring;
        this.console = console;
        this.target = target;
        this.posting = posting;
        this.report = report;
    }

    /**
     * Posts it, waits and reports; returns the exit code.
     *
     * @param title what reports call it
     * @param change made when it is known which hosts there are
     * @param ports whose calls the hosts are to be let take
     */
    public int push(String title, Function<Hosts, ServiceChange> change, List<PortName> ports) {
        Collector collector = wiring.collector();
        collector.drain();
        if (target.needsFacts() || posting.asks(console)) {
            collector.refreshHosts();
        }
        ResolvedTarget resolvedTarget =
                posting.resolve(wiring, target.choice(wiring.signer().fingerprint()));
        Task task = new Task(
                Printable.of(title),
                1,
                TaskOptions.DEFAULT,
                Optional.of(change.apply(wiring.store().hosts())));
        TaskFile tasks = new TaskFile(task.command(), List.of(task), Optional.empty(), "", List.of(), Optional.empty());
        if (!posting.confirmed(console, resolvedTarget, tasks)) {
            return ExitCode.NOT_POSTED.number();
        }
        report.checkFiles();
        if (!ports.isEmpty()) {
            wiring.provisioning().ports(ports, resolvedTarget.target());
        }
        Job job = posting.post(wiring, console, resolvedTarget, tasks);
        return posting.follow(wiring, console, collector, job.id(), report);
    }
}
