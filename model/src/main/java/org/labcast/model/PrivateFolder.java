package org.labcast.model;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that only its owner may enter, for keys, passwords, ledgers and journals. */
public final class PrivateFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WRITE_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PrivateFolder() {}

    /**
     * Makes it, or closes one that exists to others.
     *
     * @throws FileSystemException when another user owns it, or others may have put something into it
     */
    public static void make(Path folder) throws IOException {
        FileAttribute<Set<PosixFilePermission>> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        Files.createDirectories(folder, ownerOnly);
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(folder);
        if (OWNER_ONLY.containsAll(found)) {
            return;
        }
        if (!isOwn(folder)) {
            throw refused(folder, "it belongs to another user");
        }
        if (found.stream().anyMatch(WRITE_BY_OTHERS::contains) && !isEmpty(folder)) {
            throw refused(
                    folder,
                    "other users can write to it (" + PosixFilePermissions.toString(found)
                            + "): look at what is in it, then run 'chmod 700 " + folder + "'");
        }
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }

    private static boolean isOwn(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:uid").equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static FileSystemException refused(Path folder, String why) {
        return new FileSystemException(folder.toString(), null, why);
    }
}
