package org.labcast.publisher.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.labcast.publisher.wire.Frame;
import org.labcast.publisher.wire.Link;

/** Standard input of a command: asked for only when it is read. */
final class FrameInput extends InputStream {
    private final Link link;
    private byte[] bytes = {};
    private int at;
    private boolean ended;
    private boolean cancelled;

    FrameInput(Link link) {
        this.link = link;
    }

    synchronized void add(byte[] more) {
        bytes = more;
        at = 0;
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whoever reads gets a fault, not an end: nobody has answered. */
    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) throws IOException {
        if (at == bytes.length && !ended) {
            link.send(Frame.WANT_INPUT, new byte[0]);
        }
        while (at == bytes.length && !ended && !cancelled) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        if (cancelled) {
            throw new InterruptedIOException("stopped");
        }
        if (at == bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return bytes.length - at;
    }
}
