package org.labcast.agent.ledger;

import org.labcast.model.result.Attempt;
import org.labcast.model.result.Event;
import org.labcast.model.result.Output;

/** About how many bytes an event takes on the wire, without writing it. */
final class EventSize {
    private static final long FRAME = 300;

    private EventSize() {}

    static long of(Event event) {
        if (event instanceof Event.TaskDone done) {
            return FRAME
                    + done.outcome().attempts().stream()
                            .mapToLong(EventSize::of)
                            .sum();
        }
        return event instanceof Event.Chunk chunk
                ? FRAME + base64(chunk.content().size())
                : FRAME;
    }

    private static long of(Attempt attempt) {
        return FRAME + attempt.command().length() + of(attempt.out()) + of(attempt.err());
    }

    private static long of(Output output) {
        return base64(output.head().size()) + base64(output.tail().size());
    }

    private static long base64(long bytes) {
        return bytes * 4 / 3;
    }
}
