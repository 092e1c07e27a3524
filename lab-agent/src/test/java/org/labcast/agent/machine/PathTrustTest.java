package org.labcast.agent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathTrustTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir
    private Path folder;

    @Test
    void theSystemsOwnFilesAreGuarded() {
        assertThat(PathTrust.isGuarded(Path.of("/etc/passwd"), ME)).isTrue();
    }

    @Test
    void whatLiesBelowAFolderThatOthersMayWriteToIsNot() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path file = Files.writeString(open.resolve("report.txt"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(PathTrust.isGuarded(file, ME)).isFalse();
        // Anybody can make files in there.
        assertThat(PathTrust.isGuarded(Path.of("/tmp"), ME)).isFalse();
    }

    @Test
    void aLinkIsAsGuardedAsWhatItLeadsTo() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "x");

        assertThat(PathTrust.isGuarded(Files.createSymbolicLink(folder.resolve("link"), target), ME))
                .isEqualTo(PathTrust.isGuarded(target, ME));
        assertThat(PathTrust.isGuarded(folder.resolve("nowhere"), ME)).isFalse();
    }

    @Test
    void aPlaceOfFstabThatNothingIsMountedOnIsIdle() throws IOException {
        Path fstab = Files.writeString(
                folder.resolve("fstab"),
                "# volumes\nUUID=1 / ext4 defaults 0 1\nUUID=2 /data ext4 noauto 0 2\nUUID=3 /my\\040disk ext4 noauto 0 2\n");
        Path mounts = Files.writeString(folder.resolve("mounts"), "/dev/sda1 / ext4 rw 0 0\n");

        assertThat(PathTrust.isIdleMountPoint(Path.of("/data/day/one"), fstab, mounts))
                .isTrue();
        assertThat(PathTrust.isIdleMountPoint(Path.of("/my disk"), fstab, mounts))
                .isTrue();
        assertThat(PathTrust.isIdleMountPoint(Path.of("/database"), fstab, mounts))
                .isFalse();
        assertThat(PathTrust.isIdleMountPoint(Path.of("/data"), fstab, fstab)).isFalse();
    }
}
