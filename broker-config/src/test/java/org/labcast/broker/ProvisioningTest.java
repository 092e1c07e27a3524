package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.labcast.broker.Provisioning.HostAccount;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.BusException.Fault;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.Management;
import org.labcast.transport.jms.OutboundMessage;

class ProvisioningTest {
    private static final HostName LAB_01 = new HostName("lab-01");
    private static final GroupName PHYSICS = new GroupName("physics");

    @RegisterExtension
    final TestBroker broker = new TestBroker();

    @Test
    void repeatedItKeepsWhatWaitsAndSetsThePasswordAnew() {
        Endpoint before = broker.host("lab-01", "physics");
        Messages.post(broker.administrator(), OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("waits")));
        broker.provision(provisioning ->
                provisioning.hosts(List.of(new HostAccount(LAB_01, Set.of(PHYSICS), new Secret("new password")))));

        assertRefused(before);
        Endpoint after = broker.as(before.user(), "new password");
        assertThat(drained(after, Set.of(PHYSICS))).containsExactly("waits");
    }

    @Test
    void aHostThatLeavesAGroupLosesItsSubscription() {
        broker.host("lab-01", "physics", "chemistry");
        Endpoint host = broker.host("lab-01", "chemistry");
        try (BusConnection connection = BusConnection.open(host)) {
            assertThatThrownBy(() -> HostInbox.open(connection, LAB_01, Set.of(PHYSICS)))
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NO_SUCH_ADDRESS));
        }
        assertThatCode(() -> drained(host, Set.of(new GroupName("chemistry")))).doesNotThrowAnyException();
    }

    @Test
    void aRemovedHostIsCutOffAtOnceAndMayComeBackEmptyHanded() {
        Endpoint host = broker.host("lab-01", "physics");
        broker.host("lab-010", "physics");
        try (BusConnection connection = BusConnection.open(host)) {
            broker.provision(provisioning -> provisioning.removeHosts(List.of(LAB_01, new HostName("unknown"))));
            await().until(connection.lost()::isDone);
        }
        assertRefused(host);
        Messages.post(
                broker.administrator(),
                OutboundMessage.toTopic(Addresses.jobs(PHYSICS), Messages.message("not for lab-01")),
                OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("not for lab-01")));

        assertThat(drained(broker.host("lab-01", "physics"), Set.of(PHYSICS))).isEmpty();
    }

    @Test
    void aHostThatWasRefusedIsKnownAsSoonAsItIsProvisioned() {
        Endpoint early = broker.as("host.lab-01", "secret");
        assertRefused(early);
        broker.provision(
                provisioning -> provisioning.hosts(List.of(new HostAccount(LAB_01, Set.of(), new Secret("secret")))));

        assertThatCode(() -> BusConnection.open(early).close()).doesNotThrowAnyException();
    }

    private static void assertRefused(Endpoint host) {
        assertThatThrownBy(() -> BusConnection.open(host))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CREDENTIALS));
    }

    @Test
    void aSecondAdministratorHasEveryPermission() {
        PublisherName bob = new PublisherName("bob");
        broker.provision(provisioning -> provisioning.administrator(bob, new Secret("bob's")));
        try (BusConnection connection = BusConnection.open(broker.as(Provisioning.user(bob), "bob's"));
                Provisioning provisioning = new Provisioning(connection)) {
            provisioning.hosts(List.of(new HostAccount(LAB_01, Set.of(), new Secret("secret"))));
        }
        Messages.post(
                broker.as("host.lab-01", "secret"),
                OutboundMessage.toQueue(Addresses.results(bob), Messages.message("1")));
    }

    @Test
    void aHostCannotProvision() {
        try (BusConnection connection = BusConnection.open(broker.host("lab-01"))) {
            assertThatThrownBy(() -> new Provisioning(connection))
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_PERMITTED));
        }
    }

    /** A name that exists is passed over by the broker, whatever address it belongs to. */
    @Test
    void queuesThatAnotherMadeUnderAHostsNamesAreReplaced() throws Exception {
        squat(broker.administrator(), "spy", "lab-01.jobs", RoutingType.ANYCAST, "color = 'red'");
        squat(broker.administrator(), "spy2", "lab-01.group-NOT A GROUP", RoutingType.MULTICAST, null);
        squat(broker.administrator(), "spy2", "labcast.jobs.host.lab-01", RoutingType.MULTICAST, null);
        squat(broker.administrator(), "spy2", "labcast.results.bob", RoutingType.MULTICAST, null);

        Endpoint host = broker.host("lab-01", "physics");
        broker.provision(provisioning -> provisioning.administrator(new PublisherName("bob"), new Secret("bob's")));

        Messages.post(
                broker.administrator(),
                OutboundMessage.toTopic(Addresses.JOBS_ALL, Messages.message("for all")),
                OutboundMessage.toQueue(Addresses.jobs(LAB_01), Messages.message("for lab-01")));
        assertThat(drained(host, Set.of(PHYSICS))).containsExactlyInAnyOrder("for all", "for lab-01");
        Messages.post(
                host, OutboundMessage.toQueue(Addresses.results(new PublisherName("bob")), Messages.message("result")));
    }

    @Test
    void whatARemovedHostMadeGoesWithIt() throws Exception {
        Endpoint host = broker.host("lab-01");
        String address = Addresses.replies(host.user()) + "x";
        squat(host, address, address, RoutingType.ANYCAST, null);

        broker.provision(provisioning -> provisioning.removeHosts(List.of(LAB_01)));

        try (BusConnection connection = broker.connect();
                Management management = new Management(connection)) {
            assertThat(management.queue(address)).isEmpty();
        }
    }

    private static void squat(Endpoint who, String address, String queue, RoutingType routing, String filter)
            throws Exception {
        try (Connection connection = new ActiveMQConnectionFactory(who.url())
                .createConnection(who.user(), who.password().value())) {
            ClientSession session = ((ActiveMQSession) connection.createSession()).getCoreSession();
            if (!session.addressQuery(SimpleString.of(address)).isExists()) {
                session.createAddress(SimpleString.of(address), routing, false);
            }
            session.createQueue(QueueConfiguration.of(queue)
                    .setAddress(address)
                    .setRoutingType(routing)
                    .setDurable(false)
                    .setFilterString(filter));
        }
    }

    private static List<String> drained(Endpoint endpoint, Set<GroupName> groups) {
        List<String> found = new ArrayList<>();
        try (BusConnection connection = BusConnection.open(endpoint);
                HostInbox inbox = HostInbox.open(connection, LAB_01, groups)) {
            inbox.drain(message -> found.add(Messages.text(message)));
        }
        return found;
    }
}
