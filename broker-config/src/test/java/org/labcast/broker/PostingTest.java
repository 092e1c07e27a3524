package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.labcast.model.HostName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SendException;

class PostingTest {
    private static final HostName LAB_01 = new HostName("lab-01");

    @RegisterExtension
    final TestBroker broker = new TestBroker();

    private Endpoint host;

    @BeforeEach
    void start() {
        host = broker.host("lab-01");
    }

    @Test
    void aListIsPostedWhollyOrNotAtAll() {
        assertThatThrownBy(
                        () -> post(toHost("good"), OutboundMessage.toQueue("labcast.nowhere", Messages.message("bad"))))
                .isInstanceOf(SendException.class);
        assertThat(drained()).isEmpty();

        post(toHost("one"), toHost("two"));
        assertThat(drained()).containsExactly("one", "two");
    }

    @Test
    void whatWasPostedBeforeIsPassedOverAlsoAfterARestart() {
        post(toHost("one").withDuplicateId("1"), toHost("two").withDuplicateId("2"));
        broker.restart();
        post(
                toHost("one").withDuplicateId("1"),
                toHost("two").withDuplicateId("2"),
                toHost("three").withDuplicateId("3"));

        assertThat(drained()).containsExactly("one", "two", "three");
    }

    @Test
    void aPosterThatFailedCanPostAgain() {
        try (BusConnection connection = broker.connect();
                var sender = new org.labcast.transport.jms.DurableSender(connection)) {
            assertThatThrownBy(() -> sender.post(List.of(
                            toHost("lost"), OutboundMessage.toQueue("labcast.nowhere", Messages.message("bad")))))
                    .isInstanceOf(SendException.class);
            sender.post(List.of(toHost("kept")));
        }
        assertThat(drained()).containsExactly("kept");
    }

    private static OutboundMessage toHost(String text) {
        return OutboundMessage.toQueue(Addresses.jobs(LAB_01), Messages.message(text));
    }

    private void post(OutboundMessage... messages) {
        Messages.post(broker.administrator(), messages);
    }

    private List<String> drained() {
        List<String> found = new ArrayList<>();
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of())) {
            inbox.drain(message -> found.add(Messages.text(message)));
        }
        return found;
    }
}
