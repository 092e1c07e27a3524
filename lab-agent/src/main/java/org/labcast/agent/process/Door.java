package org.labcast.agent.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until somebody opens a named pipe for reading: a shell that wants its next command, or the keeper of what has ended. That works
 * whether or not this life of the agent has started them; when the agent goes, however it does, they begin to wait again.
 */
public final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Path path;
    private final CompletableFuture<FileChannel> opened = new CompletableFuture<>();

    public Door(Path path) {
        this.path = path;
        Thread thread = new Thread(this::open, "door-" + path.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    private void open() {
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            if (!opened.complete(channel)) {
                channel.close();
            }
        } catch (IOException e) {
            opened.completeExceptionally(e);
        }
    }

    /** The agent's end of the pipe, once there is somebody at the other. */
    public CompletableFuture<FileChannel> opened() {
        return opened;
    }

    public boolean isOpen() {
        return opened.isDone() && !opened.isCompletedExceptionally();
    }

    /** Nobody waits here any longer. */
    @Override
    public void close() {
        if (opened.cancel(false)) {
            letGo();
        } else if (isOpen()) {
            try {
                opened.join().close();
            } catch (IOException e) {
                LOG.warn("A pipe cannot be closed: {}", e.getMessage());
            }
        }
    }

    /** A reader, if only for a moment, lets the thread go that still waits for one. */
    private void letGo() {
        try {
            FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            LOG.debug("The pipe {} is gone", path);
        }
    }
}
