package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.order.Target;
import org.labcast.model.service.PortName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.jms.TransientConsumer;
import org.labcast.transport.jms.TransientSender;
import org.labcast.transport.jms.WorkQueueConsumer;

class ServiceWireTest {
    private static final HostName LAB_01 = new HostName("lab-01");
    private static final PortName SCAN = new PortName("PortMonitoring", "getOpenPorts");

    @RegisterExtension
    final TestBroker broker = new TestBroker();

    private Endpoint first;
    private Endpoint second;

    @BeforeEach
    void start() {
        first = broker.host("lab-01", "physics");
        second = broker.host("lab-02");
    }

    @Test
    void aCallGoesToAHostThatOffersThePortAndTheReplyToItsCallerAlone() {
        install(SCAN, Target.hosts(HostSet.of("lab-01")));
        try (BusConnection caller = broker.connect();
                TransientSender toProvider = new TransientSender(caller);
                TransientConsumer replies = TransientConsumer.forReplies(caller, "admin.ann");
                BusConnection provider = BusConnection.open(first);
                WorkQueueConsumer calls = WorkQueueConsumer.open(provider, SCAN);
                TransientSender toCaller = new TransientSender(provider)) {
            List<String> heard = new CopyOnWriteArrayList<>();
            replies.listen(message -> heard.add(Messages.text(message)));
            toProvider.send(Addresses.calls(SCAN), Messages.message("call"));
            assertThat(calls.take()).map(Messages::text).contains("call");
            toCaller.send(replies.address(), Messages.message("reply"));
            await().until(() -> heard.equals(List.of("reply")));
        }
    }

    @Test
    void whatWaitsWaitsOnTheBrokerForWhoeverIsFree() {
        install(SCAN, Target.hosts(HostSet.of("lab-01", "lab-02")));
        try (BusConnection busy = BusConnection.open(first);
                BusConnection free = BusConnection.open(second);
                WorkQueueConsumer ofBusy = WorkQueueConsumer.open(busy, SCAN);
                WorkQueueConsumer ofFree = WorkQueueConsumer.open(free, SCAN)) {
            send(broker.administrator(), Addresses.calls(SCAN), "1", "2", "3");
            assertThat(ofBusy.take()).isPresent();
            assertThat(ofFree.take()).isPresent();
            assertThat(ofFree.take()).isPresent();
        }
    }

    @Test
    void installingOnMoreHostsTakesNothingFromTheOthers() {
        install(SCAN, Target.hosts(HostSet.of("lab-02")));
        install(SCAN, new Target.Group(new GroupName("physics")));
        open(first);
        open(second);
    }

    @Test
    void aHostThatDoesNotOfferAPortCannotTakeItsCalls() {
        install(SCAN, Target.hosts(HostSet.of("lab-01")));
        refused(Fault.NOT_PERMITTED, () -> open(second));
        refused(Fault.NO_SUCH_ADDRESS, () -> {
            try (BusConnection connection = broker.connect()) {
                WorkQueueConsumer.open(connection, new PortName("Never", "installed"));
            }
        });
    }

    @Test
    void aHostReadsNeitherWhatIsSaidToAnotherNorAnothersReplies() {
        install(SCAN, Target.hosts(HostSet.of("lab-01")));
        try (BusConnection own = BusConnection.open(first);
                BusConnection intruder = BusConnection.open(second)) {
            refused(
                    Fault.NOT_PERMITTED,
                    () -> TransientConsumer.ofHost(intruder, LAB_01).listen(message -> {}));
            refused(Fault.NOT_PERMITTED, () -> TransientConsumer.forReplies(intruder, "host.lab-01"));
            TransientConsumer replies = TransientConsumer.forReplies(own, "host.lab-01");
            refused(Fault.NOT_PERMITTED, () -> WorkQueueConsumer.open(intruder, SCAN));
            refused(Fault.NOT_PERMITTED, () -> new Browser(intruder).browse(replies.address()));
            refused(Fault.NOT_PERMITTED, () -> new Browser(intruder).browse(Addresses.SERVICES));
        }
    }

    @Test
    void whoeverRepliesIsToldThatTheCallerHasGone() {
        String address;
        try (BusConnection caller = broker.connect();
                TransientConsumer replies = TransientConsumer.forReplies(caller, "admin.ann")) {
            address = replies.address();
            send(first, address, "while it is there");
        }
        await().untilAsserted(() -> refused(Fault.NO_SUCH_ADDRESS, () -> send(first, address, "later")));
    }

    @Test
    void entriesAreSelectedByTheirLabels() {
        try (BusConnection host = BusConnection.open(first);
                DurableSender sender = new DurableSender(host)) {
            sender.post(
                    List.of(entry("a", "PortMonitoring"), entry("b", "NetworkSniffing"), entry("a", "PortMonitoring")));
        }
        try (BusConnection connection = broker.connect()) {
            List<SignedMessage> found =
                    new Browser(connection).browse(Addresses.SERVICES, "labcast_interface = 'PortMonitoring'");
            assertThat(found).hasSize(1);
            assertThat(new Browser(connection).browse(Addresses.SERVICES)).hasSize(2);
        }
    }

    private static OutboundMessage entry(String key, String contract) {
        return OutboundMessage.toQueue(Addresses.SERVICES, Messages.message(contract))
                .replacing(key)
                .labelled(Map.of("labcast_interface", contract));
    }

    private void install(PortName port, Target hosts) {
        broker.provision(provisioning -> provisioning.ports(List.of(port), hosts));
    }

    private static void open(Endpoint host) {
        try (BusConnection connection = BusConnection.open(host);
                WorkQueueConsumer calls = WorkQueueConsumer.open(connection, SCAN)) {
            assertThat(calls).isNotNull();
        }
    }

    private static void send(Endpoint who, String address, String... texts) {
        try (BusConnection connection = BusConnection.open(who);
                TransientSender transientSender = new TransientSender(connection)) {
            for (String text : texts) {
                transientSender.send(address, Messages.message(text));
            }
        }
    }

    private static void refused(Fault fault, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
