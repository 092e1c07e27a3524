package org.labcast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path temporary;

    @Test
    void aNewOneIsItsOwnersAlone() throws IOException {
        PrivateFolder.make(temporary.resolve("a/b"));

        assertThat(mode(temporary.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(temporary.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void oneThatOthersMayReadIsClosed() throws IOException {
        Path folder = folder("rwxr-xr-x");
        Files.createFile(folder.resolve("ledger"));

        PrivateFolder.make(folder);

        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    @Test
    void oneIntoWhichOthersMayHavePutSomethingIsRefused() throws IOException {
        Path folder = folder("rwxrwxr-x");
        Files.createFile(folder.resolve("ledger"));

        assertThatThrownBy(() -> PrivateFolder.make(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("other users can write to it (rwxrwxr-x)")
                .hasMessageContaining("chmod 700 " + folder);
        assertThat(mode(folder)).isEqualTo("rwxrwxr-x");
    }

    @Test
    void anEmptyOneIsClosedWhoeverMayWrite() throws IOException {
        Path folder = folder("rwxrwxrwx");

        PrivateFolder.make(folder);

        assertThat(mode(folder)).isEqualTo("rwx------");
    }

    private Path folder(String mode) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
