package org.labcast.publisher.daemon;

import java.io.IOException;
import java.io.OutputStream;
import org.labcast.publisher.wire.Link;

/** Standard output or error of a command, as frames. A reader that is slow slows the command down, and nobody else. */
final class FrameStream extends OutputStream {
    private static final int CHUNK = 32 << 10;

    private final Link link;
    private final int kind;
    private volatile boolean gone;

    FrameStream(Link link, int kind) {
        this.link = link;
        this.kind = kind;
    }

    /** Nobody reads it any more: the command learns it when it writes next, as from a pipe. */
    void end() {
        gone = true;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; at += CHUNK) {
            if (gone) {
                throw new IOException("nobody reads this any more");
            }
            link.send(kind, bytes, at, Math.min(CHUNK, from + length - at));
        }
    }
}
