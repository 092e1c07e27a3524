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
import org.labcast.publisher.collect.Collector;
import org.labcast.publisher.dispatch.ResolvedTarget;
import org.labcast.publisher.dispatch.TargetChoice;
import org.labcast.publisher.report.ExitCode;
import org.labcast.publisher.store.Hosts;
import org.labcast.publisher.taskfile.TaskFile;
import org.labcast.text.Printable;

/** Changes which services hosts offer: a job like any other, with one task. */
public final class ServiceJob {
    private final JobPush jobs;
    private final TargetChoice choice;

    public ServiceJob(JobPush jobs, TargetChoice choice) {
        this.jobs = jobs;
        this.choice = choice;
    }

    /**
     * Posts it, waits and reports; returns the exit code.
     *
     * @param title what reports call it
     * @param change made when it is known which hosts there are
     * @param ports whose calls the hosts are to be let take
     */
    public int push(String title, Function<Hosts, ServiceChange> change, List<PortName> ports) {
        Wiring wiring = jobs.wiring();
        Collector collector = wiring.collector();
        collector.drain();
        if (choice.needsFacts() || jobs.terms().asks()) {
            collector.refreshHosts();
        }
        ResolvedTarget resolvedTarget = jobs.resolve(choice);
        Task task = new Task(
                Printable.of(title),
                1,
                TaskOptions.DEFAULT,
                Optional.of(change.apply(wiring.store().hosts())));
        TaskFile tasks = new TaskFile(task.command(), List.of(task), Optional.empty(), "", List.of(), Optional.empty());
        if (!jobs.confirmed(resolvedTarget, tasks)) {
            return ExitCode.NOT_POSTED.number();
        }
        jobs.report().checkFiles();
        if (!ports.isEmpty()) {
            wiring.provisioning().ports(ports, resolvedTarget.target());
        }
        Job job = jobs.post(resolvedTarget, tasks);
        return jobs.follow(collector, job.id());
    }
}
