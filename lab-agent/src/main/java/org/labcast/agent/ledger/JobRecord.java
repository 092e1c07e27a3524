package org.labcast.agent.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labcast.model.Header;
import org.labcast.model.OrderId;
import org.labcast.model.TaskState;

/**
 * How far a job has come that has not ended. Its commands are not here: many jobs may wait, and each may be large; see
 * {@link Ledger#accepted}.
 *
 * @param cancelled whether a cancellation has met it
 * @param started whether its turn has come
 * @param nextTask how many tasks have an outcome, which are the first ones
 * @param last state of the last of those
 * @param open attempts of the next task that were started, without an outcome: after a restart, what was interrupted
 */
public record JobRecord(
        Header header,
        boolean cancelled,
        boolean started,
        int nextTask,
        Optional<TaskState> last,
        List<Entry.AttemptStarted> open) {
    public JobRecord {
        open = List.copyOf(open);
    }

    static JobRecord of(Header header, boolean cancelled) {
        return new JobRecord(header, cancelled, false, 0, Optional.empty(), List.of());
    }

    public OrderId id() {
        return header.id();
    }

    JobRecord cancel() {
        return new JobRecord(header, true, started, nextTask, last, open);
    }

    JobRecord start() {
        return new JobRecord(header, cancelled, true, nextTask, last, open);
    }

    JobRecord attempt(Entry.AttemptStarted attempt) {
        List<Entry.AttemptStarted> more =
                Stream.concat(open.stream(), Stream.of(attempt)).toList();
        return new JobRecord(header, cancelled, started, nextTask, last, more);
    }

    JobRecord end(TaskState state) {
        return new JobRecord(header, cancelled, started, nextTask + 1, Optional.of(state), List.of());
    }
}
