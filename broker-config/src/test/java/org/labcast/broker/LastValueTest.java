package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.labcast.model.HostName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.OutboundMessage;

class LastValueTest {
    @RegisterExtension
    final TestBroker broker = new TestBroker();

    @Test
    void theLastEntryOfEachKeyIsSeenAgainAndAgain() {
        var host = broker.host("lab-01");
        Messages.post(host, presence("first").replacing("a"));
        Messages.post(broker.host("lab-02"), presence("other").replacing("b"));
        Messages.post(host, presence("second").replacing("a"));

        assertThat(browse(Addresses.HOSTS)).containsExactlyInAnyOrder("second", "other");
        assertThat(browse(Addresses.HOSTS)).containsExactlyInAnyOrder("second", "other");
    }

    @Test
    void aHostCannotFillTheListNorReplaceAnothersEntry() {
        Messages.post(broker.host("lab-01"), presence("rightful").replacing("a"));
        var intruder = broker.host("lab-02");
        for (int i = 0; i < 100; i++) {
            Messages.post(intruder, presence("junk " + i).replacing("key " + i));
        }
        Messages.post(intruder, presence("false").replacing("a"));
        assertThat(browse(Addresses.HOSTS)).containsExactlyInAnyOrder("rightful", "false");

        for (int size : new int[] {17_000, 90_000, 200_000}) {
            assertThatThrownBy(() ->
                            Messages.post(intruder, presence("x".repeat(size)).replacing("a")))
                    .isInstanceOf(BusException.class);
        }
        Messages.post(intruder, presence("x".repeat(15_000)).replacing("a"));
    }

    @Test
    void theDirectorySurvivesARestart() {
        Messages.post(
                broker.administrator(),
                OutboundMessage.toQueue(Addresses.DIRECTORY, Messages.message("record"))
                        .replacing("lab-01"));
        broker.restart();
        assertThat(browse(Addresses.DIRECTORY)).containsExactly("record");
    }

    /** The sender's clock may be wrong by hours, or its owner may want to stay for ever: the lease is the broker's. */
    @Test
    void theLeaseIsTheBrokersWhateverASenderWants() throws Exception {
        Instant now = Instant.now();
        Messages.post(broker.host("lab-01"), presence("plain").replacing("a"));
        Messages.post(
                broker.host("lab-02"), presence("immortal").replacing("b").expiring(now.plus(Duration.ofDays(1))));
        Messages.post(
                broker.host("lab-03"),
                presence("dead on arrival").replacing("c").expiring(now.minusSeconds(60)));

        assertThat(expirations(Addresses.HOSTS))
                .hasSize(3)
                .allSatisfy(at -> assertThat(at).isBetween(now.plusSeconds(45), now.plusSeconds(60)));
    }

    @Test
    void whatExpiresIsGoneWithinSecondsAndCanBeLookedAt() {
        String queue = Addresses.jobs(new HostName("lab-01"));
        broker.host("lab-01");
        Messages.post(
                broker.administrator(),
                OutboundMessage.toQueue(queue, Messages.message("stale"))
                        .expiring(Instant.now().plusMillis(500)));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(browse("labcast.expired")).containsExactly("stale"));
        assertThat(browse(queue)).isEmpty();
    }

    private List<Instant> expirations(String address) throws Exception {
        Endpoint who = broker.administrator();
        try (Connection connection = new ActiveMQConnectionFactory(who.url())
                .createConnection(who.user(), who.password().value())) {
            connection.start();
            Session session = connection.createSession();
            List<Instant> found = new ArrayList<>();
            Enumeration<?> messages =
                    session.createBrowser(session.createQueue(address)).getEnumeration();
            while (messages.hasMoreElements()) {
                found.add(Instant.ofEpochMilli(((Message) messages.nextElement()).getJMSExpiration()));
            }
            return found;
        }
    }

    private static OutboundMessage presence(String text) {
        return OutboundMessage.toQueue(Addresses.HOSTS, Messages.message(text));
    }

    private List<String> browse(String address) {
        try (BusConnection connection = broker.connect()) {
            return new Browser(connection)
                    .browse(address).stream()
                            .map(message -> message.payload().text())
                            .toList();
        }
    }
}
