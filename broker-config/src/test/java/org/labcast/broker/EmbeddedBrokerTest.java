package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Secret;

class EmbeddedBrokerTest {
    @TempDir
    Path data;

    @Test
    void aSecondBrokerOnTheSameFolderIsRefused() {
        try (EmbeddedBroker first = start(Listener.loopback(0))) {
            assertThatThrownBy(() -> start(Listener.loopback(0)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("Another broker is running on " + data);
        }
        start(Listener.loopback(0)).close();
    }

    /** The broker makes its files readable by all, and passwords' hashes are among them. */
    @Test
    void itsFolderIsClosedToOthers() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        start(Listener.loopback(0)).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheFolderIsFreeAgain() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(Listener.loopback(taken.getLocalPort())))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
        start(Listener.loopback(0)).close();
    }

    @Test
    void passwordsDoNotCrossTheNetworkInTheClear() {
        assertThatThrownBy(() -> new Listener("0.0.0.0", 61616, java.util.Optional.empty(), false))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("without TLS");
    }

    private EmbeddedBroker start(Listener listener) {
        return EmbeddedBroker.start(data, List.of(listener), TestBroker.PUBLISHER, new Secret("secret"));
    }
}
