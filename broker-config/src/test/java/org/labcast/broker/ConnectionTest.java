package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.Secret;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SendException;
import org.labcast.transport.jms.Timeouts;

class ConnectionTest {
    private static final Timeouts IMPATIENT = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final HostName LAB_01 = new HostName("lab-01");

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private static Endpoint host;

    @BeforeAll
    static void start() {
        host = broker.host("lab-01");
        broker.host("lab-02");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldFromAnUnreachableBroker() throws IOException {
        assertFault(Fault.CREDENTIALS, () -> BusConnection.open(broker.as("host.lab-01", "guess")));
        assertFault(Fault.CREDENTIALS, () -> BusConnection.open(broker.as("nobody", "guess")));
        assertFault(Fault.UNREACHABLE, () -> BusConnection.open(at("tcp://127.0.0.1:" + freePort())));
        assertFault(Fault.UNREACHABLE, () -> BusConnection.open(at("tcp://no-such-host.invalid:61616")));
        assertFault(Fault.BAD_URL, () -> at("tcp://127.0.0.1:61616?sslEnabled=false&trustAll=true"));
        assertFault(Fault.BAD_URL, () -> at("localhost"));
    }

    @Test
    void aListenerThatIsNoBrokerIsNotWaitedForForEver() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertFault(
                    Fault.UNREACHABLE,
                    () -> BusConnection.open(at("tcp://127.0.0.1:" + silent.getLocalPort()), IMPATIENT));
        }
    }

    @Test
    void aSecondAgentOfAHostIsRefusedUntilTheFirstHasGone() {
        try (BusConnection first = BusConnection.open(host);
                BusConnection second = BusConnection.open(host)) {
            HostInbox inbox = HostInbox.open(first, LAB_01, Set.of());
            assertFault(Fault.IN_USE, () -> HostInbox.open(second, LAB_01, Set.of()));
            inbox.close();
            HostInbox.open(second, LAB_01, Set.of()).close();
        }
    }

    @Test
    void anothersInboxAndAnUnknownGroupAreRefusedEachInItsOwnWords() {
        try (BusConnection connection = BusConnection.open(host)) {
            assertFault(Fault.NOT_PERMITTED, () -> HostInbox.open(connection, new HostName("lab-02"), Set.of()));
            assertFault(
                    Fault.NO_SUCH_ADDRESS, () -> HostInbox.open(connection, LAB_01, Set.of(new GroupName("nowhere"))));
        }
    }

    @Test
    void postingWithoutPermissionOrAddressPostsNothing() {
        assertThatThrownBy(() ->
                        Messages.post(host, OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("run this"))))
                .asInstanceOf(type(SendException.class))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.NOT_PERMITTED))
                .satisfies(e -> assertThat(e.fate()).isEqualTo(SendException.Fate.NOT_POSTED));
        assertFault(
                Fault.NO_SUCH_ADDRESS,
                () -> Messages.post(
                        broker.administrator(),
                        OutboundMessage.toQueue(Addresses.jobs(new HostName("lab-99")), Messages.message("run this"))));
    }

    @Test
    void theEndOfTheBrokerIsTold(@TempDir Path other) {
        TestBroker mortal = TestBroker.start(other);
        try (BusConnection connection = mortal.connect()) {
            mortal.close();
            await().until(connection.lost()::isDone);
            assertThat(connection.lost().join().fault()).isEqualTo(Fault.LOST);
        }
    }

    private static void assertFault(Fault fault, ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(BusException.class))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
    }

    private static Endpoint at(String url) {
        return new Endpoint(url, "host.lab-01", new Secret("password"), Optional.empty());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
