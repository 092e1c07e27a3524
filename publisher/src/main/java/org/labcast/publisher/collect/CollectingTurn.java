package org.labcast.publisher.collect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.labcast.model.LabcastException;

/**
 * Whose turn it is to collect for a home. A broker hands each message to one consumer, so of several processes that consume
 * for one home each would see a part of the answers only. The system gives the turn back when its process ends.
 */
public final class CollectingTurn {
    /** The system's locks are those of a process, and closing a file gives up all that the process has on it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private @Nullable FileChannel channel;

    /** @param file locked while the turn is taken; its content means nothing */
    public CollectingTurn(Path file) {
        this.file = file;
    }

    /** Takes it if nobody has it; whether it is ours now. */
    synchronized boolean take() {
        if (channel != null) {
            return true;
        }
        if (!OURS.add(file)) {
            return false;
        }
        try {
            channel = locked();
            return channel != null;
        } catch (IOException e) {
            throw new LabcastException("cannot lock " + file + " (" + e + "): check that its folder is yours", e);
        } finally {
            if (channel == null) {
                OURS.remove(file);
            }
        }
    }

    private @Nullable FileChannel locked() throws IOException {
        FileChannel opened = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean kept = false;
        try {
            kept = opened.tryLock() != null;
            return kept ? opened : null;
        } finally {
            if (!kept) {
                opened.close();
            }
        }
    }

    synchronized void leave() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // the lock went with the descriptor
            }
            channel = null;
            OURS.remove(file);
        }
    }
}
