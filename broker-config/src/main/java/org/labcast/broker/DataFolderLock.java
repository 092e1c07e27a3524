package org.labcast.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.labcast.model.PrivateFolder;

/** One broker a folder, which nobody else may look into; the broker makes its files readable by all. One at a time: the broker itself would wait for the other one to end, and say nothing. */
final class DataFolderLock implements AutoCloseable {
    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataFolderLock take(Path folder) {
        try {
            PrivateFolder.make(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            if (locked(channel)) {
                return new DataFolderLock(channel);
            }
            channel.close();
            throw new BrokerException("Another broker is running on " + folder + "; stop it or choose another folder.");
        } catch (IOException e) {
            throw new BrokerException("The broker cannot use its folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by another broker of this very process
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // the operating system lets go of it when the process ends
        }
    }
}
