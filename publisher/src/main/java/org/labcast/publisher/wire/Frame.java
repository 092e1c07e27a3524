package org.labcast.publisher.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * One message on the socket: length of all that follows (4 bytes, big-endian), version (1), kind (1), content. This head is
 * the same in all versions, and so is {@link #REPLACED}: each side can tell the other that it is not understood.
 */
public final class Frame {
    public static final int VERSION = 1;

    // From the command line.

    /** A {@link CommandRequest}; the first frame of a connection. */
    public static final int RUN = 1;
    /** What the resident publisher does now; answered as a command is. */
    public static final int STATUS = 2;
    /** To end when the commands at work have ended; answered as a command is. */
    public static final int STOP = 3;
    /** To end, and to stop the commands at work as Ctrl-C would. */
    public static final int STOP_NOW = 4;
    /** Bytes of standard input. */
    public static final int INPUT = 5;
    /** Standard input has ended. */
    public static final int INPUT_END = 6;
    /** Ctrl-C, or the end of the terminal. */
    public static final int CANCEL = 7;
    /** Nobody reads standard output any more. */
    public static final int OUTPUT_GONE = 8;

    // From the resident publisher.

    /** The command begins now. Without this frame nothing of it has been done. */
    public static final int ACCEPTED = 16;
    /** Bytes for standard output. */
    public static final int OUT = 17;
    /** Bytes for standard error. */
    public static final int ERR = 18;
    /** Standard input is wanted now: it must not be read before, since it may be meant for somebody else. */
    public static final int WANT_INPUT = 19;
    /** The broker has the job whose id this is. */
    public static final int POSTED = 20;
    /** Exit code (4 bytes); the last frame. */
    public static final int EXIT = 21;
    /** This resident publisher is of another build and gives up the home: start another one. */
    public static final int REPLACED = 22;
    /** It does not run this, or not now: the command line does so itself. */
    public static final int REFUSED = 23;

    private static final int HEAD = 2;
    /** More than all arguments that the system lets a program have. */
    private static final int LARGEST = 4 << 20;

    private final int version;
    private final int kind;
    private final byte[] content;

    private Frame(int version, int kind, byte[] content) {
        this.version = version;
        this.kind = kind;
        this.content = content;
    }

    public int version() {
        return version;
    }

    public int kind() {
        return kind;
    }

    /** Not copied: a frame is read once, by whoever got it. */
    public byte[] content() {
        return content;
    }

    /** @return null at the end of the stream */
    public static @Nullable Frame read(ReadableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(4 + HEAD);
        if (!fill(channel, head)) {
            return null;
        }
        head.flip();
        int length = head.getInt() - HEAD;
        if (length < 0 || length > LARGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        int version = head.get() & 0xff;
        int kind = head.get() & 0xff;
        ByteBuffer content = ByteBuffer.allocate(length);
        if (!fill(channel, content)) {
            throw new EOFException("a frame was cut");
        }
        return new Frame(version, kind, content.array());
    }

    private static boolean fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
        boolean begun = false;
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (begun) {
                    throw new EOFException("a frame was cut");
                }
                return false;
            }
            begun = true;
        }
        return true;
    }

    /** The caller sees to it that nobody else writes meanwhile. */
    public static void write(WritableByteChannel channel, int kind, byte[] content, int from, int length)
            throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(4 + HEAD + length);
        frame.putInt(HEAD + length).put((byte) VERSION).put((byte) kind).put(content, from, length);
        frame.flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }
}
