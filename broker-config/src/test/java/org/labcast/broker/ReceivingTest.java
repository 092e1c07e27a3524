package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.ResultInbox;
import org.labcast.transport.jms.SignedMessage;

class ReceivingTest {
    private static final HostName LAB_01 = new HostName("lab-01");
    private static final String RESULTS = Addresses.results(TestBroker.PUBLISHER);

    @RegisterExtension
    final TestBroker broker = new TestBroker();

    private Endpoint host;

    @BeforeEach
    void start() {
        host = broker.host("lab-01");
    }

    @Test
    void whatAReceiverCannotTakeStaysOnTheBrokerWithAllThatFollows() {
        Messages.post(broker.administrator(), job("1"), job("2"), job("3"));
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of())) {
            assertThatThrownBy(() -> inbox.drain(ReceivingTest::refuseTheSecond))
                    .satisfies(ReceivingTest::isReceivers);
            assertThat(connection.lost()).isDone();
        }
        assertThat(drained()).containsExactly("2", "3");
    }

    @Test
    void theSameWhileListeningAndWithErrors() {
        Messages.post(broker.administrator(), job("1"), job("2"), job("3"));
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of())) {
            inbox.listen(ReceivingTest::breakAtTheSecond);
            await().until(connection.lost()::isDone);
            isReceivers(connection.lost().join());
        }
        assertThat(drained()).containsExactly("2", "3");
    }

    @Test
    void whatIsNoSignedMessageIsToldAndCanBeTakenOff() throws Exception {
        sendAsAdministrator(session -> List.of(
                session.createTextMessage("x".repeat(1 << 20)),
                session.createBytesMessage(),
                session.createObjectMessage("object"),
                signed(session, (8 << 20) + 10_000, "c2ln"),
                signed(session, 10, "not base64!"),
                signed(session, 10, "c".repeat(10_000))));
        Messages.post(broker.administrator(), job("good"));

        List<String> problems = new ArrayList<>();
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of())) {
            inbox.drain(message -> problems.add(
                    message instanceof Incoming.Malformed malformed ? malformed.problem() : Messages.text(message)));
        }
        assertThat(problems)
                .containsExactly(
                        "not a bytes message",
                        "no signature",
                        "not a bytes message",
                        "a payload of 8398608 bytes, more than 8388608",
                        "a signature that is not base64",
                        "a signature longer than 8192 characters",
                        "good");
        assertThat(drained()).isEmpty();
    }

    @Test
    void aPayloadOfSeveralMegabytesArrivesWhole() {
        SignedMessage large = new SignedMessage(Bytes.of(new byte[5_000_000]), Bytes.utf8("signature"));
        Messages.post(broker.administrator(), OutboundMessage.toQueue(Addresses.jobs(LAB_01), large), job("small"));
        List<Integer> sizes = new ArrayList<>();
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of())) {
            inbox.drain(message ->
                    sizes.add(((Incoming.Arrived) message).message().payload().size()));
        }
        assertThat(sizes).containsExactly(5_000_000, 5);
    }

    @Test
    void resultsComeInBatchesAndGoWhenTheStoreHasThem() {
        Messages.post(
                host,
                IntStream.range(0, 1200).mapToObj(i -> result("result " + i)).toArray(OutboundMessage[]::new));
        List<Integer> batches = new ArrayList<>();
        try (BusConnection connection = broker.connect();
                ResultInbox inbox = ResultInbox.open(connection, List.of(TestBroker.PUBLISHER))) {
            assertThatThrownBy(() -> inbox.drain(batch -> {
                        batches.add(batch.size());
                        if (batches.size() == 2) {
                            throw new IllegalStateException("disk full");
                        }
                    }))
                    .satisfies(ReceivingTest::isReceivers);
        }
        List<String> rest = new ArrayList<>();
        try (BusConnection connection = broker.connect();
                ResultInbox inbox = ResultInbox.open(connection, List.of(TestBroker.PUBLISHER))) {
            assertThat(inbox.drain(batch -> batch.forEach(result -> rest.add(Messages.text(result)))))
                    .isEqualTo(700);
        }
        assertThat(batches).containsExactly(500, 500);
        assertThat(rest).startsWith("result 500").endsWith("result 1199").doesNotHaveDuplicates();
    }

    @Test
    void aListeningPublisherHearsResultsAndEnrolments() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (BusConnection connection = broker.connect();
                ResultInbox inbox = ResultInbox.open(connection, List.of(TestBroker.PUBLISHER))) {
            inbox.listen(batch -> batch.forEach(message -> heard.add(message.sender() + " " + Messages.text(message))));
            Messages.post(host, result("result"));
            Messages.post(
                    host,
                    OutboundMessage.toQueue(Addresses.enrolments(TestBroker.PUBLISHER), Messages.message("enrolment")));
            await().untilAsserted(() ->
                    assertThat(heard).containsExactlyInAnyOrder("host.lab-01 result", "host.lab-01 enrolment"));
            inbox.close();
            assertThat(connection.lost()).isNotDone();
        }
    }

    private static void refuseTheSecond(Incoming message) {
        if (Messages.text(message).equals("2")) {
            throw new IllegalStateException("disk full");
        }
    }

    private static void breakAtTheSecond(Incoming message) {
        if (Messages.text(message).equals("2")) {
            throw new AssertionError("disk full");
        }
    }

    private static void isReceivers(Throwable thrown) {
        assertThat(thrown)
                .hasMessageContaining("disk full")
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.RECEIVER));
    }

    private static OutboundMessage job(String text) {
        return OutboundMessage.toQueue(Addresses.jobs(LAB_01), Messages.message(text));
    }

    private static OutboundMessage result(String text) {
        return OutboundMessage.toQueue(RESULTS, Messages.message(text));
    }

    private List<String> drained() {
        List<String> found = new ArrayList<>();
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of())) {
            inbox.drain(message -> found.add(Messages.text(message)));
        }
        return found;
    }

    interface Craft {
        List<Message> in(Session session) throws Exception;
    }

    private void sendAsAdministrator(Craft craft) throws Exception {
        Endpoint who = broker.administrator();
        try (Connection connection = new ActiveMQConnectionFactory(who.url())
                .createConnection(who.user(), who.password().value())) {
            Session session = connection.createSession();
            for (Message message : craft.in(session)) {
                session.createProducer(session.createQueue(Addresses.jobs(LAB_01)))
                        .send(message);
            }
        }
    }

    private static Message signed(Session session, int size, String signature) throws Exception {
        var message = session.createBytesMessage();
        message.writeBytes(new byte[size]);
        message.setStringProperty("labcast_signature", signature);
        return message;
    }
}
