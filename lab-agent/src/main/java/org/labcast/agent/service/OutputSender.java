package org.labcast.agent.service;

import java.util.Arrays;
import org.labcast.agent.output.OutputSink;
import org.labcast.model.Bytes;
import org.labcast.model.result.Ending;
import org.labcast.model.result.OutputStreamName;
import org.labcast.model.service.ServiceReply;

/**
 * Sends a tool's output to its caller, both streams in one sequence, and never more than the caller has allowed. Nothing is kept
 * here: what may not be sent waits in the tool's pipe, or is dropped and counted.
 */
final class OutputSender {
    private final Envelope envelope;
    private final ReplySender line;
    private final CreditWindow window;
    private final Runnable gone;
    private long room;
    private long pieces;
    private long capped;
    private long dropped;

    /**
     * @param limit bytes that are sent in all
     * @param gone is run when the caller cannot be reached any more
     */
    OutputSender(Envelope envelope, ReplySender line, CreditWindow window, long limit, Runnable gone) {
        this.envelope = envelope;
        this.line = line;
        this.window = window;
        this.room = limit;
        this.gone = gone;
    }

    OutputSink sink(OutputStreamName stream) {
        return (bytes, count) -> send(stream, bytes, count);
    }

    private void send(OutputStreamName stream, byte[] bytes, int count) {
        int wanted = withinLimit(count);
        int from = 0;
        while (from < wanted) {
            int taken = window.take(Math.min(wanted - from, ServiceReply.Piece.LARGEST));
            if (taken == 0) {
                drop(wanted - from);
                return;
            }
            send(stream, Bytes.of(Arrays.copyOfRange(bytes, from, from + taken)));
            from += taken;
        }
    }

    private synchronized int withinLimit(int count) {
        int within = (int) Math.min(count, room);
        room -= within;
        capped += count - within;
        return within;
    }

    private synchronized void drop(int count) {
        dropped += count;
    }

    private synchronized void send(OutputStreamName stream, Bytes content) {
        Envelope e = envelope;
        if (line.say(
                new ServiceReply.Piece(e.realm(), e.call(), e.host(), e.nonce(), ++pieces, stream, content, dropped))) {
            dropped = 0;
        } else {
            gone.run();
        }
    }

    /** Whether something was dropped after the last piece. */
    synchronized boolean isCut() {
        return dropped > 0;
    }

    synchronized void end(Ending ending, String note) {
        Envelope e = envelope;
        line.say(new ServiceReply.Ended(
                e.realm(), e.call(), e.host(), e.nonce(), ending, pieces, capped, dropped, note));
    }
}
