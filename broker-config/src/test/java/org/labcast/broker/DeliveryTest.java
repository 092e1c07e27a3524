package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.OutboundMessage;

class DeliveryTest {
    private static final HostName LAB_01 = new HostName("lab-01");
    private static final GroupName PHYSICS = new GroupName("physics");

    @RegisterExtension
    final TestBroker broker = new TestBroker();

    private Endpoint host;

    @BeforeEach
    void start() {
        host = broker.host("lab-01", "physics");
    }

    @Test
    void aHostThatWasOffGetsWhatItMissedOnceAndInOrderAlsoAfterARestart() {
        post(IntStream.range(0, 50)
                .mapToObj(i -> OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("job " + i)))
                .toList());
        broker.restart();
        post(List.of(OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("job 50"))));

        assertThat(drain())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 50).mapToObj(i -> "job " + i).toList());
        assertThat(drain()).isEmpty();
    }

    @Test
    void everyAddressOfAHostReachesItControlFirst() {
        post(List.of(
                OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("all")),
                OutboundMessage.toTopic(Addresses.jobs(PHYSICS), Messages.message("group")),
                OutboundMessage.toQueue(Addresses.jobs(LAB_01), Messages.message("host")),
                OutboundMessage.toQueue(Addresses.control(LAB_01), Messages.message("control")),
                OutboundMessage.toTopic(Addresses.CONTROL_ALL, Messages.message("control all"))));

        assertThat(drain()).containsExactly("control", "control all", "host", "all", "group");
    }

    @Test
    void aListeningHostHears() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of(PHYSICS))) {
            inbox.drain(message -> {});
            inbox.listen(message -> heard.add(Messages.text(message)));
            post(List.of(OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("now"))));
            await().untilAsserted(() -> assertThat(heard).containsExactly("now"));
        }
        assertThat(drain()).isEmpty();
    }

    private List<String> drain() {
        List<String> found = new ArrayList<>();
        try (BusConnection connection = BusConnection.open(host);
                HostInbox inbox = HostInbox.open(connection, LAB_01, Set.of(PHYSICS))) {
            inbox.drain(message -> found.add(Messages.text(message)));
        }
        return found;
    }

    private void post(List<OutboundMessage> messages) {
        Messages.post(broker.administrator(), messages.toArray(OutboundMessage[]::new));
    }
}
