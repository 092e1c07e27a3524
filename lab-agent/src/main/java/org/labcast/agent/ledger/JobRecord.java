package org.labcast.agent.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.OrderId;
import org.labcast.model.order.Header;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.TaskState;

/**
 * How far a job has come that has not ended. Its commands are not here: many jobs may wait, and each may be large; see
 * {@link Ledger#accepted}.
 *
 * @param cancelled whether a cancellation has met it
 * @param started whether its turn has come
 * @param nextTask how many tasks have an outcome, which are the first ones
 * @param last state of the last of those
 * @param open attempts of the next task that were started, without an outcome: after a restart, what was interrupted
 * @param shell what else matters of a job whose commands share a shell
 */
public record JobRecord(
        Header header,
        boolean cancelled,
        boolean started,
        int nextTask,
        Optional<TaskState> last,
        List<Entry.AttemptStarted> open,
        Shell shell) {
    public JobRecord {
        open = List.copyOf(open);
    }

    /**
     * The course of a job's shell.
     *
     * @param earlier the first of the open attempts, which have ended
     * @param rebootFrom the boot in which the last command that was started has asked for another one
     * @param over whether the shell, and with it the file, has ended
     */
    public record Shell(List<Attempt> earlier, Optional<String> rebootFrom, boolean over) {
        static final Shell NEW = new Shell(List.of(), Optional.empty(), false);

        public Shell {
            earlier = List.copyOf(earlier);
        }
    }

    static JobRecord of(Header header, boolean cancelled) {
        return new JobRecord(header, cancelled, false, 0, Optional.empty(), List.of(), Shell.NEW);
    }

    public OrderId id() {
        return header.id();
    }

    JobRecord cancel() {
        return new JobRecord(header, true, started, nextTask, last, open, shell);
    }

    JobRecord start() {
        return new JobRecord(header, cancelled, true, nextTask, last, open, shell);
    }

    /** A reboot that was asked for before is no longer waited for: the attempt starts after it. */
    JobRecord attempt(Entry.AttemptStarted attempt) {
        List<Entry.AttemptStarted> more =
                Stream.concat(open.stream(), Stream.of(attempt)).toList();
        return with(more, new Shell(shell.earlier(), Optional.empty(), shell.over()));
    }

    JobRecord earlier(Attempt ended) {
        List<Attempt> more =
                Stream.concat(shell.earlier().stream(), Stream.of(ended)).toList();
        return with(open, new Shell(more, shell.rebootFrom(), shell.over()));
    }

    JobRecord reboot(String boot) {
        return with(open, new Shell(shell.earlier(), Optional.of(boot), shell.over()));
    }

    JobRecord endFile() {
        return with(open, new Shell(shell.earlier(), shell.rebootFrom(), true));
    }

    private JobRecord with(List<Entry.AttemptStarted> attempts, Shell course) {
        return new JobRecord(header, cancelled, started, nextTask, last, attempts, course);
    }

    /** After the next task has ended so. */
    public JobRecord end(TaskState state) {
        Shell course = new Shell(List.of(), shell.rebootFrom().filter(boot -> state.success()), shell.over());
        return new JobRecord(header, cancelled, started, nextTask + 1, Optional.of(state), List.of(), course);
    }
}
