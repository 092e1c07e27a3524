package org.labcast.model.result;

import java.time.Instant;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.order.Cancel;
import org.labcast.model.order.Fetch;
import org.labcast.model.order.Ping;

/** Something that happened to a job on a host. */
public sealed interface Event {
    /** The job is in the host's ledger and will be run. */
    record Accepted(Instant at) implements Event {}

    /** Its first command is about to start. */
    record Started(Instant at) implements Event {}

    record TaskDone(Outcome outcome) implements Event {}

    record Finished(Instant at, JobEnd end) implements Event {}

    /** The host will not do it, or not again. */
    record Refused(Instant at, Refusal reason, String explanation) implements Event {}

    /** Answer to {@link Cancel}; the result that carries it belongs to the cancelled job. */
    record CancelSeen(Instant at, OrderId cancel, CancelPoint point) implements Event {}

    /** Answer to {@link Ping}; the result that carries it belongs to the ping. */
    record Pong(Instant at) implements Event {}

    /**
     * A piece of the full output of an attempt, answer to {@link Fetch}; the result that carries it belongs to the job.
     *
     * @param offset of the first byte within the kept output
     * @param last whether the kept output ends with this piece
     */
    record Chunk(int task, int attempt, OutputStreamName stream, long offset, Bytes content, boolean last)
            implements Event {}

    /** Answer to {@link Fetch}: the host no longer has the output. */
    record NoOutput(int task, String reason) implements Event {}
}
