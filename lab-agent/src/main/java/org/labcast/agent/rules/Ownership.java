package org.labcast.agent.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import org.labcast.agent.core.FileFault;

/** Believes what only root and the agent's own user can have written: the rules decide what a machine runs. */
final class Ownership implements FileGuard {
    private static final Set<PosixFilePermission> TOO_OPEN =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    @Override
    public Optional<String> objection(Path file) {
        try {
            PosixFileAttributes its = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (its.isSymbolicLink()) {
                return Optional.of(
                        "This is a symbolic link; put the real thing here, so that it is clear who can change it.");
            }
            if (!isTrusted(its.owner())) {
                return Optional.of("It belongs to " + its.owner().getName() + "; give it to root with 'chown root'.");
            }
            return its.permissions().stream().anyMatch(TOO_OPEN::contains)
                    ? Optional.of("Others than its owner may write to it; forbid that with 'chmod go-w'.")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("Nobody can tell whose it is: " + FileFault.of(e) + ".");
        }
    }

    private static boolean isTrusted(UserPrincipal owner) throws IOException {
        Path self = Path.of("/proc/self");
        return owner.equals(Files.getOwner(self))
                || owner.equals(
                        self.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("root"));
    }
}
