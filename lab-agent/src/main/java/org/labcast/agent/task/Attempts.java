package org.labcast.agent.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.agent.process.Cancellation;
import org.labcast.agent.process.Command;
import org.labcast.agent.process.CommandResult;
import org.labcast.agent.process.CommandStarter;
import org.labcast.model.OrderId;
import org.labcast.model.order.Task;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Ending;
import org.labcast.model.result.TaskState;

/** The attempts at one task, in the order they run. */
final class Attempts {
    private final CommandStarter runner;
    private final OrderId job;
    private final int index;
    private final Task task;
    private final AttemptListener listener;
    private final Cancellation cancellation;
    private final List<Attempt> attempts = new ArrayList<>();
    private boolean cutShort;

    Attempts(
            CommandStarter runner,
            OrderId job,
            int index,
            Task task,
            AttemptListener listener,
            Cancellation cancellation) {
        this.runner = runner;
        this.job = job;
        this.index = index;
        this.task = task;
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
        if (!attempts.isEmpty()) {
            listener.followed(index, last());
        }
        listener.starting(index, attempts.size(), text, correction);
        add(text, correction, runner.run(command(text, correction), cancellation));
    }

    /**
     * Takes up what an earlier life of the agent has begun.
     *
     * @param earlier attempts that have ended
     * @param started when the one after them was
     * @return whether it is known what came of it
     */
    boolean resume(List<Attempt> earlier, String text, Optional<Correction> correction, Instant started) {
        attempts.addAll(earlier);
        Optional<CommandResult> result = runner.resume(command(text, correction), started, cancellation);
        result.ifPresent(found -> add(text, correction, found));
        return result.isPresent();
    }

    private Command command(String text, Optional<Correction> correction) {
        return new Command(
                job,
                index,
                attempts.size(),
                text,
                task.options(),
                correction.isPresent() ? Optional.empty() : task.script());
    }

    private void add(String text, Optional<Correction> correction, CommandResult result) {
        attempts.add(new Attempt(
                text, correction, result.started(), result.took(), result.ending(), result.out(), result.err()));
    }

    List<Attempt> all() {
        return List.copyOf(attempts);
    }

    Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    /** How many ran the command that was asked for. */
    int uncorrected() {
        return attempts.size() - corrected();
    }

    /** How many ran a correction. */
    int corrected() {
        return (int) attempts.stream()
                .filter(attempt -> attempt.correction().isPresent())
                .count();
    }

    boolean haveRun(String command) {
        return attempts.stream().anyMatch(attempt -> attempt.command().equals(command));
    }

    /** Whether the last attempt failed in a way that may pass. */
    boolean worthRetrying() {
        return !cutShort
                && corrected() == 0
                && (failed() || ended(Ending.Signalled.class) || ended(Ending.TimedOut.class));
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
