package org.labcast.agent.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held by the one agent that works on a state folder; the kernel frees it however the agent ends. */
public final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws AgentException when another agent holds it */
    public static InstanceLock take(Path file) {
        return tryTake(file)
                .orElseThrow(() -> new AgentException("Another lab-agent is running on this host with the state folder "
                        + file.toAbsolutePath().getParent() + "; 'lab-agent status' shows what it does."));
    }

    /** Whether an agent holds it now. */
    public static boolean isHeld(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Optional<InstanceLock> taken = tryTake(file);
        taken.ifPresent(InstanceLock::close);
        return taken.isEmpty();
    }

    private static Optional<InstanceLock> tryTake(Path file) {
        try {
            FileChannel channel = PrivateFiles.open(file);
            if (tryLock(channel) != null) {
                return Optional.of(new InstanceLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new AgentException("Cannot lock " + file + ": " + FileFault.of(e) + ".", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AgentException("Cannot unlock the state folder: " + e.getMessage(), e);
        }
    }
}
