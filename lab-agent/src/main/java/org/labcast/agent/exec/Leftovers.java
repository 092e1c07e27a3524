package org.labcast.agent.exec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labcast.model.HostName;
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
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final HostName host;
    private final Duration grace;
    private final Optional<Path> controlGroups;

    /** @param grace between asking a process to end and ending it */
    public Leftovers(HostName host, Duration grace) {
        this(host, grace, ControlGroup.own());
    }

    Leftovers(HostName host, Duration grace, Optional<Path> controlGroups) {
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
        boolean shells = endShells(job);
        boolean commands = end(
                "command " + (task + 1) + " of job " + job,
                Mark.of(host, job, task),
                ControlGroup.ofTask(controlGroups, host, job, task));
        return shells && commands;
    }

    /** The same of the shells that a job's commands were typed into. */
    public boolean endShells(OrderId job) {
        return end(
                "shells of job " + job,
                Mark.ofShell(host, job),
                ControlGroup.named(controlGroups, "labcast-" + host + "-" + job + "-shell-"));
    }

    /** The same of all calls of services. */
    public boolean endCalls(CallMarks marks) {
        return end("calls of services", marks.ofAll(), ControlGroup.named(controlGroups, marks.controlGroupPrefix()));
    }

    private boolean end(String what, Mark mark, List<ControlGroup> groups) {
        ProcessTree tree = new ProcessTree(mark, groups);
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
