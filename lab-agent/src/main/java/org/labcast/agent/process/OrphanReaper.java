package org.labcast.agent.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.labcast.model.HostName;
import org.labcast.model.InvalidValueException;
import org.labcast.model.OrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a task has left running that an earlier life of the agent had started and whose end it did not see.
 *
 * <p>Neither times nor process numbers are trusted, which a reboot or a set clock would falsify: only what carries the
 * marks of this very task, is in its control group, or descends from such a process belongs to it. What other tasks of
 * the job left in the background runs on.
 */
public final class OrphanReaper {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanReaper.class);

    private final HostName host;
    private final Duration grace;
    private final Optional<Path> controlGroups;

    /** @param grace between asking a process to end and ending it */
    public OrphanReaper(HostName host, Duration grace) {
        this(host, grace, ControlGroup.own());
    }

    OrphanReaper(HostName host, Duration grace, Optional<Path> controlGroups) {
        this.host = host;
        this.grace = grace;
        this.controlGroups = controlGroups;
    }

    /**
     * Returns when nothing of it is left, or what is left cannot be ended. To be called while none of its commands is
     * being started.
     *
     * @param task index within the job, from 0
     * @return whether nothing is left
     */
    public boolean end(OrderId job, int task) {
        return end(
                "command " + (task + 1) + " of job " + job,
                ProcessTag.of(host, job, task),
                ControlGroup.ofTask(controlGroups, host, job, task));
    }

    /** The same of all commands of a job, also those that it left in the background when it ended. */
    public boolean end(OrderId job) {
        return end(
                "job " + job,
                ProcessTag.of(host, job),
                ControlGroup.named(controlGroups, ControlGroup.prefix(host, job)));
    }

    /** What jobs have left running in the background: processes of each job that carry its mark. */
    public Map<OrderId, List<Long>> running() {
        Map<OrderId, List<Long>> running = new TreeMap<>();
        for (ProcessEntry process : ProcessTable.read().others().values()) {
            process.variable("LABCAST_HOST")
                    .filter(host.value()::equals)
                    .flatMap(own -> process.variable("LABCAST_JOB"))
                    .flatMap(OrphanReaper::job)
                    .ifPresent(job -> running.computeIfAbsent(job, id -> new ArrayList<>())
                            .add(process.pid()));
        }
        return running;
    }

    /** The same of all calls of services. */
    public boolean endCalls(CallTags marks) {
        return end("calls of services", marks.ofAll(), ControlGroup.named(controlGroups, marks.controlGroupPrefix()));
    }

    private static Optional<OrderId> job(String id) {
        try {
            return Optional.of(new OrderId(id));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private boolean end(String what, ProcessTag tag, List<ControlGroup> groups) {
        ProcessTree tree = new ProcessTree(tag, groups);
        List<Long> found = pids(tree.members());
        if (found.isEmpty()) {
            groups.forEach(ControlGroup::remove);
            return true;
        }
        LOG.warn("Of {} something still runs since the agent was killed: ending {}", what, found);
        List<ProcessEntry> left = new Terminator(grace, List.of()).end(tree, groups);
        groups.forEach(ControlGroup::remove);
        if (!left.isEmpty()) {
            LOG.warn("Of {} the processes {} could not be ended", what, pids(left));
        }
        return left.isEmpty();
    }

    private static List<Long> pids(List<ProcessEntry> processes) {
        return processes.stream().map(ProcessEntry::pid).toList();
    }
}
