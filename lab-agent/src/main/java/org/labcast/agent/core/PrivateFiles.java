package org.labcast.agent.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.labcast.model.Bytes;
import org.labcast.model.PrivateFolder;

/** Files that only the agent's user may read; they appear whole or not at all. */
public final class PrivateFiles {
    private static final Set<OpenOption> ANEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<Set<PosixFilePermission>> ONLY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Makes a folder that only the agent's user may enter, or closes one to others. */
    public static void makeFolder(Path folder) {
        try {
            PrivateFolder.make(folder);
        } catch (IOException e) {
            throw new AgentException("Cannot use the folder " + folder + ": " + FileFault.of(e) + ".", e);
        }
    }

    /** Opens a file to write to, made with mode 0600 when it is absent. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        all.add(StandardOpenOption.CREATE);
        all.add(StandardOpenOption.WRITE);
        return FileChannel.open(file, all, ONLY_OWNER);
    }

    /** Writes a file in place of what was there, with mode 0600, synced. */
    public static void write(Path file, Bytes content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(fresh, ANEW, ONLY_OWNER)) {
                ByteBuffer bytes = ByteBuffer.wrap(content.toArray());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new AgentException("Cannot write " + file + ": " + FileFault.of(e) + ".", e);
        }
    }

    public static Bytes read(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AgentException("Cannot read " + file + ": " + FileFault.of(e) + ".", e);
        }
    }
}
