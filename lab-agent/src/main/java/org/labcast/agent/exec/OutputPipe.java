package org.labcast.agent.exec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.labcast.model.Output;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one output stream of a command through a named pipe into its {@link Capture}.
 *
 * <p>Not through a pipe of {@link Process}: when the command ends, Java reads such a pipe into memory for as long as
 * anybody writes to it, and a thread that reads from it cannot be called off; {@code yes &} would take the agent down.
 */
final class OutputPipe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputPipe.class);
    private static final int CHUNK = 64 << 10;

    private final FileChannel holder;
    private final FileChannel reader;
    private final Capture capture;
    private final Thread pump;

    /** @param path of a pipe that nobody has opened yet */
    OutputPipe(Path path, Capture capture) throws IOException {
        // Opening one end waits for the other end, opening both waits for nobody.
        this.holder = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            this.reader = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            holder.close();
            throw e;
        }
        this.capture = capture;
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
        try (capture) {
            for (int count = read(chunk); count >= 0; count = read(chunk)) {
                capture.write(chunk, count);
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

    /** What came through, when the stream has ended; after so much time it is cut off. */
    Output finish(Duration atMost) {
        boolean interrupted = !join(Math.max(1, atMost.toMillis()));
        close(reader);
        while (pump.isAlive()) {
            interrupted |= !join(0);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return capture.output();
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
