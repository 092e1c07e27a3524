package org.labcast.agent.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.model.Attempt;
import org.labcast.model.Correction;
import org.labcast.model.Ending;
import org.labcast.model.OrderId;
import org.labcast.model.Task;
import org.labcast.model.TaskState;

/** The attempts at one task, in the order they run. */
final class Attempts {
    private final CommandRunner runner;
    private final OrderId job;
    private final int index;
    private final Task task;
    private final Command.Place place;
    private final AttemptListener listener;
    private final Cancellation cancellation;
    private final List<Attempt> attempts = new ArrayList<>();
    private boolean cutShort;

    Attempts(
            CommandRunner runner,
            OrderId job,
            int index,
            Task task,
            Command.Place place,
            AttemptListener listener,
            Cancellation cancellation) {
        this.runner = runner;
        this.job = job;
        this.index = index;
        this.task = task;
        this.place = place;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** Runs the task's command, or a correction of it, unless the job has been cancelled meanwhile. */
    void run(Optional<Correction> correction) {
        cutShort = cancellation.isCancelled();
        if (cutShort) {
            return;
        }
        String text = correction.map(Correction::command).orElse(task.command());
        listener.starting(index, attempts.size(), text, correction);
        Command command = new Command(job, index, attempts.size(), text, task.options(), place);
        CommandResult result = runner.run(command, cancellation);
        attempts.add(new Attempt(
                text, correction, result.started(), result.took(), result.ending(), result.out(), result.err()));
    }

    List<Attempt> all() {
        return List.copyOf(attempts);
    }

    Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    boolean haveRun(String command) {
        return attempts.stream().anyMatch(attempt -> attempt.command().equals(command));
    }

    /** Whether the last attempt failed in a way that may pass. */
    boolean worthRetrying() {
        return !cutShort && (failed() || ended(Ending.Signalled.class) || ended(Ending.TimedOut.class));
    }

    /** Whether the last attempt failed in a way that its command may be the reason of. */
    boolean correctable() {
        return !cutShort && failed();
    }

    private boolean failed() {
        return ended(Ending.Exited.class) && !last().ending().success();
    }

    private boolean ended(Class<? extends Ending> how) {
        return !attempts.isEmpty() && how.isInstance(last().ending());
    }

    TaskState state() {
        if (cutShort || ended(Ending.Cancelled.class)) {
            return TaskState.CANCELLED;
        } else if (ended(Ending.TimedOut.class)) {
            return TaskState.TIMED_OUT;
        } else if (ended(Ending.Interrupted.class)) {
            return TaskState.INTERRUPTED;
        } else if (!last().ending().success()) {
            return TaskState.FAILED;
        }
        return last().correction().isPresent() ? TaskState.CORRECTED : TaskState.SUCCEEDED;
    }
}
