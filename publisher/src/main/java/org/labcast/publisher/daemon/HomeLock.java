package org.labcast.publisher.daemon;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.labcast.model.PrivateFolder;
import org.labcast.publisher.wire.Link;

/**
 * The one resident publisher of a home. The system gives the lock back when its process ends, however it ends, and only who has
 * the lock touches the socket: one that a killed process has left is replaced.
 */
final class HomeLock implements AutoCloseable {
    private final Path socket;
    private final FileChannel lock;
    private final ServerSocketChannel server;
    private final Object key;

    private HomeLock(Path socket, FileChannel lock, ServerSocketChannel server) throws IOException {
        this.socket = socket;
        this.lock = lock;
        this.server = server;
        this.key = key(socket);
    }

    /** Empty when the home has a resident publisher already. */
    static Optional<HomeLock> take(Path home) throws IOException {
        Path socket = Link.socket(home);
        Path folder = home.resolve("daemon");
        PrivateFolder.make(folder);
        FileChannel lock = FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (lock.tryLock() == null) {
            lock.close();
            return Optional.empty();
        }
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        return Optional.of(new HomeLock(socket, lock, server));
    }

    private static Object key(Path socket) throws IOException {
        return Files.getAttribute(socket, "unix:ino");
    }

    ServerSocketChannel server() {
        return server;
    }

    /** Whether the socket is still where it was made: the home may have been removed or moved. */
    boolean isThere() {
        try {
            return key(socket).equals(key);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (lock;
                server) {
            if (isThere()) {
                Files.delete(socket);
            }
        } catch (IOException e) {
            // the next one replaces it
        }
    }
}
