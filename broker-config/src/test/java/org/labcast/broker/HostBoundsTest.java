package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.HostName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.ResultInbox;

/** One host tries to use up the broker for the others, with the settings as shipped. */
class HostBoundsTest {
    private static final String RESULTS = Addresses.results(TestBroker.PUBLISHER);
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path data;

    private TestBroker broker;
    private Endpoint intruder;
    private Endpoint honest;

    @BeforeEach
    void start() {
        broker = TestBroker.start(data);
        intruder = broker.host("lab-01");
        honest = broker.host("lab-02");
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void theLargestMessageThatReadersTakePasses() {
        Messages.post(honest, result("x".repeat(8 * MEGABYTE)));
        assertThat(drained()).isEqualTo(1);
    }

    @Test
    void aLargerOneEndsTheConnectionAndLeavesNothingOnTheDisk() throws Exception {
        assertThatThrownBy(() -> sendEndless(intruder)).isInstanceOf(ActiveMQException.class);
        await().atMost(Duration.ofSeconds(10)).until(() -> largeMessages() < MEGABYTE);
        Messages.post(honest, result("honest"));
        assertThat(drained()).isEqualTo(1);
    }

    /** Refused like a full address: a refused sender keeps its message and tries again later. */
    @Test
    void aHostMayHaveSoManyMessagesWaitingAndNoMore() {
        int sent = fill(intruder, "junk", 500);
        assertThat(sent).isEqualTo(5_000);

        Messages.post(honest, result("honest"));
        assertThat(drained()).isEqualTo(5_001);

        Messages.post(intruder, result("again"));
        assertThat(drained()).isEqualTo(1);
    }

    @Test
    void aHostMayHaveSoManyBytesWaitingAndNoMore() {
        int sent = fill(intruder, "x".repeat(8 * MEGABYTE), 1);
        assertThat(sent).isEqualTo(7); // of 64 MiB, since each has headers

        Messages.post(honest, result("honest"));
        assertThat(drained()).isEqualTo(8);
        Messages.post(intruder, result("again"));
    }

    /** Each attempt that is rolled back gives its charge back. */
    @Test
    void whatWasNotPostedIsNotCharged() {
        fill(intruder, "x".repeat(MEGABYTE), 10);
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> post(intruder, "x".repeat(MEGABYTE), 10)).isInstanceOf(BusException.class);
        }
        drained();
        assertThat(fill(intruder, "x".repeat(MEGABYTE), 10)).isEqualTo(60);
    }

    @Test
    void aSecondCopyIsNotCharged() {
        for (int i = 0; i < 20; i++) {
            Messages.post(intruder, result("x".repeat(4 * MEGABYTE)).withDuplicateId("one"));
        }
        assertThat(drained()).isEqualTo(1);
    }

    /** The queues of all hosts together are larger than the broker's memory. */
    @Test
    void theMemoryThatAllShareIsNotOneHostsToFill() {
        for (int i = 10; i < 20; i++) {
            broker.host("lab-" + i);
        }
        int sent = 0;
        for (int i = 10; i < 20; i++) {
            String calls = Addresses.calls(new HostName("lab-" + i));
            for (int n = 0; n < 40; n++) {
                try {
                    Messages.post(intruder, OutboundMessage.toQueue(calls, Messages.message("x".repeat(90_000))));
                    sent += 90_000;
                } catch (BusException e) {
                    assertThat(e.fault()).isEqualTo(Fault.FULL);
                }
            }
        }
        assertThat(sent).isBetween(10 * MEGABYTE, 16 * MEGABYTE);
        Messages.post(
                honest, OutboundMessage.toQueue(Addresses.calls(new HostName("lab-10")), Messages.message("call")));
    }

    @Test
    void anEntryThatReplacesAnotherTakesItsPlaceInTheBudget() {
        for (int i = 0; i < 40; i++) {
            Messages.post(
                    intruder,
                    OutboundMessage.toQueue(Addresses.SERVICES, Messages.message("x".repeat(MEGABYTE)))
                            .replacing("one"));
        }
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 40; i++) {
                        Messages.post(
                                intruder,
                                OutboundMessage.toQueue(Addresses.SERVICES, Messages.message("x".repeat(MEGABYTE)))
                                        .replacing("key " + i));
                    }
                })
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FULL));
    }

    @Test
    void queuesForRepliesAreCounted() throws Exception {
        try (Raw raw = new Raw(intruder)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 300; i++) {
                            raw.session.createAddress(
                                    SimpleString.of(Addresses.replies(intruder.user()) + "a" + i),
                                    RoutingType.ANYCAST,
                                    false);
                        }
                    })
                    .hasMessageContaining("queues for replies");
            assertThatThrownBy(() -> raw.session.createAddress(
                            SimpleString.of(Addresses.replies(intruder.user()) + "a.b.c"), RoutingType.ANYCAST, false))
                    .hasMessageContaining("An address for replies");
        }
    }

    @Test
    void sessionsAreCounted() throws Exception {
        try (Raw raw = new Raw(intruder)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 300; i++) {
                            raw.open();
                        }
                    })
                    .hasMessageContaining("sessions");
        }
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .untilAsserted(() -> Messages.post(intruder, result("later")));
    }

    /** Nobody has logged in yet when it is read. */
    @Test
    void aFrameLargerThanAnyProgramSendsEndsTheConnection() throws Exception {
        URI url = URI.create(broker.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write("ARTEMIS".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {0x70, 0, 0, 0});
            byte[] zeros = new byte[MEGABYTE];
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 256; i++) {
                            out.write(zeros);
                        }
                        throw new AssertionError("the broker took 256 MB of a frame");
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    /** Half of it is taken, and half of the budget is free again: not only when nothing is left. */
    @Test
    void whatWasTakenMakesRoom() throws Exception {
        assertThat(fill(intruder, "junk", 500)).isEqualTo(5_000);
        try (Raw raw = new Raw(broker.administrator())) {
            raw.session.start();
            var consumer = raw.session.createConsumer(RESULTS);
            for (int i = 0; i < 2_000; i++) {
                consumer.receive(10_000).acknowledge();
            }
            raw.session.commit();
        }
        assertThat(fill(intruder, "junk", 500)).isEqualTo(2_000);
    }

    @Test
    void whatWaitsCountsAfterARestartToo() {
        fill(intruder, "junk", 500);
        broker.restart();
        assertThat(fill(intruder, "junk", 500)).isZero();
        Messages.post(honest, result("honest"));
        assertThat(drained()).isEqualTo(5_001);
        assertThat(fill(intruder, "junk", 500)).isEqualTo(5_000);
    }

    /** More than the memory of the address, so that most of it lies in pages, and some in files of its own. */
    @Test
    void whatIsPagedCountsAfterARestartToo() {
        int most = fill(intruder, "x".repeat(MEGABYTE / 16), 10) + fill(intruder, "x".repeat(MEGABYTE / 16), 1);
        broker.restart();
        assertThat(fill(intruder, "x".repeat(MEGABYTE / 16), 1)).isZero();
        assertThat(drained()).isEqualTo(most);
        assertThat(fill(intruder, "x".repeat(8 * MEGABYTE), 1)).isEqualTo(7);
        broker.restart();
        assertThat(fill(intruder, "x".repeat(8 * MEGABYTE), 1)).isZero();
        broker.restart();
        assertThat(drained()).isEqualTo(7);
        assertThat(fill(intruder, "x".repeat(8 * MEGABYTE), 1)).isEqualTo(7);
    }

    private static OutboundMessage result(String text) {
        return OutboundMessage.toQueue(RESULTS, Messages.message(text));
    }

    private static void post(Endpoint who, String text, int times) {
        Messages.post(who, Collections.nCopies(times, result(text)).toArray(OutboundMessage[]::new));
    }

    /** Sends until it is refused as by a full address; returns how many went. */
    private static int fill(Endpoint who, String text, int atOnce) {
        List<OutboundMessage> batch = Collections.nCopies(atOnce, result(text));
        int sent = 0;
        try (BusConnection connection = BusConnection.open(who);
                DurableSender sender = new DurableSender(connection)) {
            while (sent < 100_000) {
                sender.post(batch);
                sent += atOnce;
            }
        } catch (BusException e) {
            assertThat(e.fault()).isEqualTo(Fault.FULL);
            assertThat(e).hasMessageContaining("no room").hasMessageContaining("Nothing was posted");
        }
        return sent;
    }

    private int drained() {
        try (BusConnection connection = broker.connect();
                ResultInbox inbox = ResultInbox.open(connection, List.of(TestBroker.PUBLISHER))) {
            return inbox.drain(batch -> {});
        }
    }

    private static void sendEndless(Endpoint who) throws Exception {
        try (Raw raw = new Raw(who)) {
            ClientMessage message = raw.session.createMessage(ClientMessage.BYTES_TYPE, true);
            message.setRoutingType(RoutingType.ANYCAST);
            message.setBodyInputStream(new InputStream() {
                private int left = 200 * MEGABYTE;

                @Override
                public int read() {
                    return left-- > 0 ? 'x' : -1;
                }
            });
            raw.session.createProducer(RESULTS).send(message);
        }
    }

    private long largeMessages() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("large-messages"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** The client library as it is, without what Labcast's own programs do not do. */
    private static final class Raw implements AutoCloseable {
        private final Endpoint who;
        private final ServerLocator locator;
        private final ClientSessionFactory factory;
        private final ClientSession session;

        Raw(Endpoint who) throws Exception {
            this.who = who;
            locator = ActiveMQClient.createServerLocator(who.url());
            factory = locator.createSessionFactory();
            session = open();
        }

        ClientSession open() throws ActiveMQException {
            return factory.createSession(who.user(), who.password().value(), false, true, true, false, 0);
        }

        @Override
        public void close() {
            factory.close();
            locator.close();
        }
    }
}
