package org.labcast.agent.exec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One output stream of a shell that lives for a whole job, divided among its commands.
 *
 * <p>When a command has ended, a mark that nobody can guess is written behind what it wrote; what comes before the mark is the
 * command's. Something in the background may write later: that goes to the command that runs then.
 */
final class SessionOutput implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionOutput.class);
    private static final int CHUNK = 64 << 10;
    private static final int MARK = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Two, since a channel that waits to read cannot be written to. */
    private final FileChannel pipe;

    private final FileChannel marker;
    private final Thread pump;
    private @Nullable OutputSink sink;
    private byte[] carried = new byte[0];
    private byte @Nullable [] mark;
    private CountDownLatch reached = new CountDownLatch(0);

    /** @param path of a named pipe */
    SessionOutput(Path path) throws IOException {
        // Opened for both, it waits for nobody, and never ends.
        this.pipe = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            this.marker = FileChannel.open(path, StandardOpenOption.WRITE);
        } catch (IOException e) {
            pipe.close();
            throw e;
        }
        this.pump = new Thread(this::pump, "output-" + path.getFileName());
        pump.setDaemon(true);
        pump.start();
    }

    /** From now on what is written belongs to this command. */
    synchronized void begin(OutputSink to) {
        sink = to;
    }

    /** Returns when all that was written so far has been taken, or the time is up. */
    void end(Duration atMost) {
        byte[] written = new byte[MARK];
        RANDOM.nextBytes(written);
        CountDownLatch latch = new CountDownLatch(1);
        synchronized (this) {
            mark = written;
            reached = latch;
        }
        try {
            marker.write(ByteBuffer.wrap(written));
            if (!latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("The end of an output was not reached in time");
            }
        } catch (IOException e) {
            LOG.warn("The end of an output is lost: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            mark = null;
            OutputSink done = sink;
            sink = null;
            if (done != null) {
                done.close();
            }
        }
    }

    private void pump() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = read(chunk); count >= 0; count = read(chunk)) {
                take(chunk, count);
            }
        } catch (ClosedChannelException e) {
            // The shell has ended.
        } catch (IOException e) {
            LOG.warn("The rest of an output is lost: {}", e.getMessage());
        }
    }

    private int read(byte[] chunk) throws IOException {
        return pipe.read(ByteBuffer.wrap(chunk));
    }

    private synchronized void take(byte[] chunk, int count) {
        byte[] all = Arrays.copyOf(carried, carried.length + count);
        System.arraycopy(chunk, 0, all, carried.length, count);
        int found = mark == null ? -1 : indexOf(all, mark);
        if (found >= 0) {
            write(all, found);
            carried = Arrays.copyOfRange(all, found + MARK, all.length);
            mark = null;
            reached.countDown();
            return;
        }
        // A mark may have begun at the end.
        int sure = mark == null && sink != null ? all.length : Math.max(0, all.length - MARK);
        if (sink == null) {
            sure = Math.max(0, all.length - CHUNK);
        }
        write(all, sure);
        carried = Arrays.copyOfRange(all, sure, all.length);
    }

    /** Between two commands the oldest of what is not wanted goes. */
    private void write(byte[] bytes, int count) {
        if (sink != null && count > 0) {
            sink.write(bytes, count);
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        try {
            marker.close();
            pipe.close();
        } catch (IOException e) {
            LOG.warn("A pipe cannot be closed: {}", e.getMessage());
        }
    }
}
