package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.broker.Listener.TlsIdentity;
import org.labcast.model.Secret;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.Endpoint;

class TlsTest {
    private static final Secret PASSWORD = new Secret("secret");

    @TempDir
    static Path folder;

    private static TlsIdentity identity;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        identity = SelfSignedCertificate.create(folder.resolve("tls"), List.of("127.0.0.1", "broker.example"));
        broker = EmbeddedBroker.start(
                folder.resolve("data"),
                List.of(Listener.loopback(0), Listener.tls("127.0.0.1", 0, identity)),
                TestBroker.PUBLISHER,
                PASSWORD);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aHostThatHasTheCertificateConnects() {
        connect(url("127.0.0.1"), Optional.of(identity.certificate())).close();
    }

    @Test
    void anUnknownCertificateAndAWrongNameAreRefused() {
        TlsIdentity other = SelfSignedCertificate.create(folder.resolve("other"), List.of("127.0.0.1"));
        assertUntrusted(url("127.0.0.1"), Optional.of(other.certificate()));
        assertUntrusted(url("127.0.0.1"), Optional.empty());
        assertUntrusted(url("localhost"), Optional.of(identity.certificate()));
    }

    @Test
    void aListenerWithoutTlsIsNotTrusted() {
        assertUntrusted(
                broker.listeners().get(0).url("127.0.0.1") + "?sslEnabled=true", Optional.of(identity.certificate()));
    }

    @Test
    void theKeyIsForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(identity.key())))
                .isEqualTo("rw-------");
        try (var left = Files.list(folder.resolve("tls"))) {
            assertThat(left).containsExactlyInAnyOrder(identity.key(), identity.certificate());
        }
    }

    private static String url(String name) {
        return broker.listeners().get(1).url(name);
    }

    private static void assertUntrusted(String url, Optional<Path> certificates) {
        assertThatThrownBy(() -> connect(url, certificates))
                .asInstanceOf(type(BusException.class))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNTRUSTED));
    }

    private static BusConnection connect(String url, Optional<Path> certificates) {
        return BusConnection.open(new Endpoint(url, Provisioning.user(TestBroker.PUBLISHER), PASSWORD, certificates));
    }
}
