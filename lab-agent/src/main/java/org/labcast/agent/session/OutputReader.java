package org.labcast.agent.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.labcast.agent.output.OutputSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one output stream of a living shell and gives each command what was written while it ran.
 *
 * <p>The pipe does not end with the command. So when the shell has said that a command is over, the agent writes a mark of its own behind
 * everything that the command has written, and what comes before the mark is the command's. The mark is secret.
 */
final class OutputReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);
    private static final int CHUNK = 64 << 10;

    private final FileChannel writer;
    private final FileChannel reader;
    private final byte[] mark;
    private final Thread thread;
    /** What may be the beginning of a mark. */
    private byte[] held = {};

    private @Nullable OutputSink sink;
    private @Nullable CompletableFuture<Void> drained;
    private boolean closed;

    /** @param mark that nothing which writes to the pipe can know; any life of the agent uses the same for one pipe */
    OutputReader(Path path, String mark) throws IOException {
        // Opening one end waits for the other end, opening both waits for nobody; and one channel does one thing at a
        // time.
        this.writer = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.reader = FileChannel.open(path, StandardOpenOption.READ);
        this.mark = mark.getBytes(StandardCharsets.US_ASCII);
        this.thread = new Thread(this::pump, "output-" + path.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    /** From now on this gets what is read. Without a taker nothing is read, and who writes much waits. */
    synchronized void giveTo(OutputSink taker) {
        sink = taker;
        notifyAll();
    }

    /** Returns when everything that was written until now has been given to the taker; then there is none any more. */
    void drain(long atMostMillis) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (this) {
            drained = done;
        }
        boolean interrupted = false;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(mark);
            while (bytes.hasRemaining()) {
                writer.write(bytes);
            }
            done.get(atMostMillis, TimeUnit.MILLISECONDS);
        } catch (IOException | TimeoutException e) {
            LOG.warn("The end of an output may be missing: {}", e.toString());
        } catch (ExecutionException e) {
            throw new IllegalStateException("draining does not fail", e);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        synchronized (this) {
            drained = null;
            sink = null;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump() {
        byte[] chunk = new byte[CHUNK];
        try {
            while (awaitTaker() != null) {
                int count = reader.read(ByteBuffer.wrap(chunk));
                if (count > 0) {
                    take(chunk, count);
                }
            }
        } catch (IOException e) {
            LOG.debug("No more output is read: {}", e.toString());
        }
    }

    /** Null when the reader is closed. */
    private synchronized @Nullable OutputSink awaitTaker() {
        try {
            while (sink == null && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return null;
        }
        return closed ? null : sink;
    }

    private void take(byte[] chunk, int count) {
        byte[] bytes = Arrays.copyOf(held, held.length + count);
        System.arraycopy(chunk, 0, bytes, held.length, count);
        int from = 0;
        for (int at = indexOfMark(bytes, from); at >= 0; at = indexOfMark(bytes, from)) {
            give(Arrays.copyOfRange(bytes, from, at));
            from = at + mark.length;
            marked();
        }
        int rest = beginningOfMark(bytes, from);
        give(Arrays.copyOfRange(bytes, from, rest));
        held = Arrays.copyOfRange(bytes, rest, bytes.length);
    }

    /** What comes behind the mark waits for the next taker. */
    private synchronized void marked() {
        if (drained != null) {
            sink = null;
            drained.complete(null);
        }
    }

    /** Not while this holds the monitor: a taker may be slow. */
    private void give(byte[] bytes) {
        OutputSink taker = bytes.length == 0 ? null : awaitTaker();
        if (taker != null) {
            taker.write(bytes, bytes.length);
        }
    }

    private int indexOfMark(byte[] bytes, int from) {
        for (int at = from; at <= bytes.length - mark.length; at++) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Where the longest end begins that a mark may begin with. */
    private int beginningOfMark(byte[] bytes, int from) {
        for (int at = Math.max(from, bytes.length - mark.length + 1); at < bytes.length; at++) {
            if (Arrays.equals(bytes, at, bytes.length, mark, 0, bytes.length - at)) {
                return at;
            }
        }
        return bytes.length;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            reader.close();
            writer.close();
        } catch (IOException e) {
            LOG.warn("A pipe cannot be closed: {}", e.getMessage());
        }
    }
}
