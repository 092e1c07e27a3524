package org.labcast.agent.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may change what lies at a path, and whether a volume is missing there; what cannot be learnt is not trusted. */
final class PathTrust {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final int MOUNT_POINT = 1;

    private PathTrust() {}

    /** Whether only root and the user can change the path, a folder that leads to it, or what symbolic links in it lead to. */
    static boolean isGuarded(Path path, String user) {
        try {
            Path absolute = path.toAbsolutePath();
            return !absolute.toString().contains("..")
                    && isChainGuarded(absolute, user)
                    && isChainGuarded(absolute.toRealPath(), user);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isChainGuarded(Path path, String user) throws IOException {
        for (Path at = path; at != null; at = at.getParent()) {
            PosixFileAttributes its = Files.readAttributes(at, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String owner = its.owner().getName();
            boolean open = !its.isSymbolicLink() && its.permissions().stream().anyMatch(OTHERS::contains);
            if (open || !(owner.equals("root") || owner.equals(user))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the path is, or lies below, a place of fstab(5) that nothing is mounted on.
     *
     * @param fstab as {@code /etc/fstab}
     * @param mounts as {@code /proc/mounts}
     */
    static boolean isIdleMountPoint(Path path, Path fstab, Path mounts) {
        Path absolute = path.toAbsolutePath().normalize();
        Set<Path> mounted = points(mounts);
        return points(fstab).stream()
                .filter(point -> point.getNameCount() > 0 && absolute.startsWith(point))
                .anyMatch(point -> !mounted.contains(point));
    }

    /** The second fields of lines that are no comments; blanks in them are written as {@code \040}. */
    private static Set<Path> points(Path table) {
        try (Stream<String> lines = Files.lines(table)) {
            return lines.map(String::strip)
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .filter(fields -> fields.length > MOUNT_POINT && fields[MOUNT_POINT].startsWith("/"))
                    .map(fields -> Path.of(fields[MOUNT_POINT].replace("\\040", " ")))
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }
}
