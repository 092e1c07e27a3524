package org.labcast.agent.service;

import java.util.Arrays;
import org.labcast.agent.exec.OutputSink;
import org.labcast.model.Bytes;
import org.labcast.model.Ending;
import org.labcast.model.OutputStreamName;
import org.labcast.model.service.ServiceReply;

/**
 * Sends a tool's output to its caller, both streams in one sequence, and never more than the caller has allowed. Nothing is kept
 * here: what may not be sent waits in the tool's pipe, or is dropped and counted.
 */
final class Outflow {
    private final Envelope envelope;
    private final ReplyLine line;
    private final Allowance allowance;
    private final Runnable gone;
    private long room;
    private long pieces;
    private long capped;
    private long dropped;

    /**
     * @param limit bytes that are sent in all
     * @param gone is run when the caller cannot be reached any more
     */
    Outflow(Envelope envelope, ReplyLine line, Allowance allowance, long limit, Runnable gone) {
        this.envelope = envelope;
        this.line = line;
        this.allowance = allowance;
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
            int taken = allowance.take(Math.min(wanted - from, ServiceReply.Piece.LARGEST));
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
