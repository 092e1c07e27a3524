package org.labcast.agent.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.labcast.agent.output.OutputSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one output stream of a command through a named pipe into an {@link OutputSink}.
 *
 * <p>Not through a pipe of {@link Process}: when the command ends, Java reads such a pipe into memory for as long as
 * anybody writes to it, and a thread that reads from it cannot be called off; {@code yes &} would take the agent down.
 */
final class OutputPipe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputPipe.class);
    private static final int CHUNK = 64 << 10;
    private static final long LOOK_MILLIS = 20;

    private final FileChannel holder;
    private final FileChannel reader;
    private final OutputSink sink;
    private final Thread pump;
    private volatile boolean delivering;

    /** @param path of a pipe that nobody has opened yet */
    OutputPipe(Path path, OutputSink sink) throws IOException {
        // Opening one end waits for the other end, opening both waits for nobody.
        this.holder = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            this.reader = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            holder.close();
            throw e;
        }
        this.sink = sink;
        this.pump = new Thread(this::pump, "output-" + path.getFileName());
        pump.setDaemon(true);
    }

    /** The command has the pipe open: from now on it ends when the last process that writes to it does. */
    void start() {
        close(holder);
        pump.start();
    }

    private void pump() {
        byte[] chunk = new byte[CHUNK];
        try (sink) {
            for (int count = read(chunk); count >= 0; count = read(chunk)) {
                delivering = true;
                sink.write(chunk, count);
                delivering = false;
            }
        } catch (ClosedChannelException e) {
            LOG.info("A process that the command left in the background still held its output open; closed");
        } catch (IOException e) {
            LOG.warn("The rest of an output is lost: {}", e.getMessage());
        }
    }

    private int read(byte[] chunk) throws IOException {
        return reader.read(ByteBuffer.wrap(chunk));
    }

    /**
     * Returns when all that was written has been taken, or when so much time was spent on waiting for more.
     *
     * @return what is left of that time
     */
    Duration finish(Duration atMost) {
        long left = atMost.toNanos();
        boolean interrupted = false;
        do {
            long from = System.nanoTime();
            interrupted = !join(LOOK_MILLIS);
            left -= delivering ? 0 : System.nanoTime() - from;
        } while (pump.isAlive() && left > 0 && !interrupted);
        close(reader);
        while (pump.isAlive()) {
            interrupted |= !join(0);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return Duration.ofNanos(left);
    }

    /** Whether nobody interrupted. */
    private boolean join(long millis) {
        try {
            pump.join(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        close(holder);
        close(reader);
    }

    /** What a command has done does not become undone because a pipe makes trouble. */
    private static void close(FileChannel end) {
        try {
            end.close();
        } catch (IOException e) {
            LOG.warn("A pipe cannot be closed: {}", e.getMessage());
        }
    }
}
