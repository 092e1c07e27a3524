package org.labcast.publisher.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.labcast.model.Bytes;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.Risk;
import org.labcast.model.result.TaskState;

/** Events as hosts send them. */
public final class Outcomes {
    public static final Event ACCEPTED = new Event.Accepted(TestLab.START);
    public static final Event STARTED = new Event.Started(TestLab.START);
    public static final Event DONE = new Event.Finished(TestLab.START, JobEnd.DONE);
    public static final Correction FIX = new Correction("ls", "typo", "no 'sl', but 'ls'", Risk.SAFE);

    private Outcomes() {}

    public static Attempt run(String command, int exit, String out, String err) {
        return new Attempt(
                command,
                Optional.empty(),
                TestLab.START,
                Duration.ofMillis(20),
                new Ending.Exited(exit),
                Output.of(Bytes.utf8(out)),
                Output.of(Bytes.utf8(err)));
    }

    public static Event ok(int task, String out) {
        return done(task, TaskState.SUCCEEDED, run("true", 0, out, ""));
    }

    public static Event failed(int task, int exit, String err) {
        return done(task, TaskState.FAILED, run("false", exit, "", err));
    }

    public static Event corrected(int task, String out) {
        return corrected(task, FIX, out);
    }

    public static Event correctedTo(int task, Correction correction) {
        return corrected(task, correction, "");
    }

    private static Event corrected(int task, Correction correction, String out) {
        Attempt plain = run(correction.command(), 0, out, "");
        Attempt fixed = new Attempt(
                plain.command(),
                Optional.of(correction),
                plain.started(),
                plain.took(),
                plain.ending(),
                plain.out(),
                plain.err());
        return done(task, TaskState.CORRECTED, run("sl", 127, "", "sl: not found\n"), fixed);
    }

    public static Event done(int task, TaskState state, Attempt... attempts) {
        return new Event.TaskDone(new Outcome(task, state, List.of(attempts), List.of()));
    }
}
