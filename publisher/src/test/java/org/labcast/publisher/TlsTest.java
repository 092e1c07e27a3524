package org.labcast.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.SelfSignedCertificate;
import org.labcast.publisher.Desk.Said;
import org.labcast.publisher.home.PublisherHome;

class TlsTest {
    @TempDir
    Path folder;

    private Desk desk;

    @AfterEach
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void aBrokerOnAllInterfacesProvesByTlsWhoItIs() throws IOException {
        int port = Desk.freePort();
        desk = new Desk(folder);
        String url = "tcp://localhost:" + port + "?sslEnabled=true";
        desk.run("init", "--name", "ann", "--listen", "0.0.0.0:" + port, "--broker", url);
        desk.startBroker();
        Path key = desk.home.brokerTls().resolve("broker-key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        desk.joined("lab-01").succeeding();
        Said said = desk.run("push", desk.tasks("uptime"));
        assertThat(said.exit()).as(said.err()).isZero();

        String certificate = Files.readString(desk.home.brokerCertificates());
        HostSide another = desk.joined("lab-02");
        assertThat(another.invitation.brokerCertificates()).isEqualTo(certificate);
        SelfSignedCertificate.create(folder.resolve("other"), List.of("localhost"));
        Files.copy(
                folder.resolve("other/broker-certificate.pem"),
                new PublisherHome(desk.home.folder()).brokerCertificates(),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Said refused = desk.run("push", desk.tasks("uptime"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("does not prove by TLS who it is");
    }

    @Test
    void aPlainBrokerBeyondThisMachineDoesNotStart() throws IOException {
        desk = new Desk(folder);
        desk.run("init", "--name", "ann");
        Files.writeString(
                desk.home.configFile(),
                Files.readString(desk.home.configFile())
                        .replaceFirst("broker.listen.*", "broker.listen = 0.0.0.0:61616"));
        assertThatThrownBy(desk::startBroker).hasMessageContaining("needs TLS");
    }
}
