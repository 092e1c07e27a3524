package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.publisher.Desk.Said;

/** Keys, the broker's password, tokens of invitations and the broker's journal are their owner's alone. */
class PrivateHomeTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void aHomeThatOthersMayRead() throws IOException {
        desk = new Desk(folder);
        Files.createDirectory(desk.home.folder());
        mode("rwxr-xr-x");
    }

    @Test
    void itIsClosedWhenItIsFirstUsedAndEachTimeAfterwards() throws IOException {
        assertThat(desk.run("init").exit()).isZero();
        assertThat(mode()).isEqualTo("rwx------");

        mode("rwxr-xr-x");
        assertThat(desk.run("jobs").exit()).isZero();
        assertThat(mode()).isEqualTo("rwx------");
    }

    @Test
    void itIsRefusedWhenOthersMayHavePutSomethingIntoIt() throws IOException {
        desk.run("init");
        mode("rwxrwxrwx");

        Said refused = desk.run("jobs");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("other users can write to it", "chmod 700 " + desk.home.folder());
    }

    private void mode(String mode) throws IOException {
        Files.setPosixFilePermissions(desk.home.folder(), PosixFilePermissions.fromString(mode));
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.home.folder()));
    }
}
