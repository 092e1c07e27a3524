package org.labcast.publisher.daemon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the loggers write: to the terminal of the command whose thread says something, and to a file what nobody asked for. The
 * file begins anew with each process and ends when it is large.
 */
final class DaemonLog extends OutputStream {
    private static final long LARGEST = 1 << 20;

    private static final ThreadLocal<@Nullable OutputStream> TERMINAL = new ThreadLocal<>();
    private final OutputStream file;
    private long written;

    DaemonLog(Path path) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        file = Files.newOutputStream(path, Set.of(StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new));
    }

    /** From now on what this thread says is for this terminal. */
    void sayTo(OutputStream errors) {
        TERMINAL.set(errors);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        OutputStream asked = TERMINAL.get();
        if (asked != null) {
            asked.write(bytes, from, length);
            return;
        }
        synchronized (this) {
            if (written < LARGEST) {
                file.write(bytes, from, length);
                written += length;
            }
        }
    }
}
