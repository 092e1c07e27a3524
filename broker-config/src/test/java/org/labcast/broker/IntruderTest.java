package org.labcast.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.labcast.model.HostName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.OutboundMessage;

/** Who holds the credentials of lab-01 tries to act for lab-02, the administrator, or everybody. */
class IntruderTest {
    private static final HostName VICTIM = new HostName("lab-02");
    private static final String VICTIMS_JOBS = Addresses.jobs(VICTIM);
    private static final String VICTIMS_SUBSCRIPTION =
            Addresses.qualified(Addresses.JOBS_ALL, Addresses.subscriptionToJobs(VICTIM));

    @RegisterExtension
    static final TestBroker broker = new TestBroker();

    private static Endpoint intruder;
    private static Endpoint victim;

    @BeforeAll
    static void start() throws Exception {
        intruder = broker.host("lab-01", "physics");
        victim = broker.host("lab-02", "physics");
        // so that nothing but the permission is missing
        act(broker.administrator(), session -> {
            session.getCoreSession().createAddress(SimpleString.of("labcast.#"), RoutingType.MULTICAST, false);
            session.getCoreSession().createAddress(SimpleString.of("spy.deleted"), RoutingType.MULTICAST, false);
        });
    }

    interface Action {
        void in(ActiveMQSession session) throws Exception;
    }

    static Stream<Named<Action>> consuming() {
        return Stream.of(
                Named.of("another host's queue", consume(VICTIMS_JOBS)),
                Named.of("another host's queue, by full name", consume(VICTIMS_JOBS + "::" + VICTIMS_JOBS)),
                Named.of("another host's control queue", consume(Addresses.control(VICTIM))),
                Named.of("its subscription by full name", consume(VICTIMS_SUBSCRIPTION)),
                Named.of("its subscription by name", consume(Addresses.subscriptionToJobs(VICTIM))),
                Named.of("its subscription under a false address", consume("labcast.hosts::lab-02.jobs")),
                Named.of("its subscription to a group", consume("labcast.jobs.group.physics::lab-02.group-physics")),
                Named.of("its subscription to control", consume("labcast.control.all::lab-02.control")));
    }

    static Stream<Named<Action>> administering() {
        return Stream.of(
                Named.of("browse another host's queue", browse(VICTIMS_JOBS)),
                Named.of("browse another host's subscription", browse(VICTIMS_SUBSCRIPTION)),
                Named.of("browse presence", browse(Addresses.HOSTS)),
                Named.of("consume results", consume(Addresses.results(TestBroker.PUBLISHER))),
                Named.of("consume presence", consume(Addresses.HOSTS)),
                Named.of("consume dead letters", consume("labcast.dead")),
                Named.of("consume expired messages", consume("labcast.expired")),
                Named.of("post to all", send(Addresses.JOBS_ALL, RoutingType.MULTICAST)),
                Named.of("post to a group", send("labcast.jobs.group.physics", RoutingType.MULTICAST)),
                Named.of("post control messages to all", send(Addresses.CONTROL_ALL, RoutingType.MULTICAST)),
                Named.of("post to another host", send(VICTIMS_JOBS, RoutingType.ANYCAST)),
                Named.of("post to oneself", send("labcast.jobs.host.lab-01", RoutingType.ANYCAST)),
                Named.of("write into the directory", send(Addresses.DIRECTORY, RoutingType.ANYCAST)),
                Named.of(
                        "post into one's own subscription",
                        send("labcast.jobs.all::lab-01.jobs", RoutingType.MULTICAST)),
                Named.of("post into another's subscription", send(VICTIMS_SUBSCRIPTION, RoutingType.MULTICAST)),
                Named.of(
                        "subscribe to all", session -> session.createConsumer(session.createTopic(Addresses.JOBS_ALL))),
                Named.of(
                        "a shared durable subscription",
                        session -> session.createSharedDurableConsumer(session.createTopic(Addresses.JOBS_ALL), "spy")),
                Named.of(
                        "a new durable queue",
                        session -> session.getCoreSession()
                                .createQueue(QueueConfiguration.of("spy.durable")
                                        .setAddress(Addresses.JOBS_ALL)
                                        .setRoutingType(RoutingType.MULTICAST))),
                Named.of(
                        "a wildcard queue",
                        session -> session.getCoreSession()
                                .createQueue(QueueConfiguration.of("spy.wildcard")
                                        .setAddress("labcast.#")
                                        .setRoutingType(RoutingType.MULTICAST))),
                Named.of(
                        "a new address",
                        session -> session.getCoreSession()
                                .createAddress(SimpleString.of("spy.address"), RoutingType.ANYCAST, false)),
                Named.of("a temporary queue", session -> session.createTemporaryQueue()),
                Named.of("a temporary topic", session -> session.createTemporaryTopic()),
                Named.of("delete a queue", session -> {
                    // whoever may not create it fails here already; for the administrator it makes something to delete
                    session.getCoreSession()
                            .createQueue(QueueConfiguration.of("spy.deleted").setAutoCreateAddress(true));
                    session.getCoreSession().deleteQueue("spy.deleted");
                }),
                Named.of("manage the broker", IntruderTest::manage));
    }

    @ParameterizedTest
    @MethodSource("consuming")
    void aHostCannotConsumeWhatAnotherCan(Action action) {
        assertThatThrownBy(() -> act(intruder, action)).hasMessageContaining("does not have permission");
        assertThatCode(() -> act(victim, action)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("administering")
    void aHostCannotDoWhatAnAdministratorCan(Action action) {
        assertThatThrownBy(() -> act(intruder, action)).hasMessageContaining("does not have permission");
        assertThatCode(() -> act(broker.administrator(), action)).doesNotThrowAnyException();
    }

    /** The broker's permissions look at the address, where the intruder may make queues. */
    @Test
    void aQueueForRepliesCannotTakeTheNameOfAQueueOfAHostThatComesLater() throws Exception {
        String address = Addresses.replies(intruder.user()) + "x";
        act(
                intruder,
                session ->
                        session.getCoreSession().createAddress(SimpleString.of(address), RoutingType.ANYCAST, false));

        assertThatThrownBy(() -> act(intruder, createQueue("lab-10.jobs", address)))
                .hasMessageContaining("does not have permission");
        assertThatCode(() -> act(intruder, createQueue(address, address))).doesNotThrowAnyException();
    }

    private static Action createQueue(String name, String address) {
        return session -> session.getCoreSession()
                .createQueue(QueueConfiguration.of(name)
                        .setAddress(address)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(false));
    }

    @Test
    void deletingAnothersSubscriptionIsRefused() {
        assertThatThrownBy(() -> act(
                        intruder,
                        session -> session.getCoreSession().deleteQueue(Addresses.subscriptionToJobs(VICTIM))))
                .hasMessageContaining("does not have permission");
    }

    @Test
    void changingTheSelectorOfOnesOwnSubscriptionIsRefused() throws Exception {
        try (Connection connection = connect(intruder)) {
            connection.setClientID("lab-01");
            Session session = connection.createSession();
            assertThatThrownBy(() -> session.createDurableConsumer(
                            session.createTopic(Addresses.JOBS_ALL), "jobs", "color = 'red'", false))
                    .hasMessageContaining("does not have permission");
        }
    }

    @Test
    void anothersClientIdNeitherOpensItsSubscriptionNorLocksItOut() throws Exception {
        try (Connection connection = connect(intruder)) {
            connection.setClientID("lab-02");
            Session session = connection.createSession();
            assertThatThrownBy(() -> session.createDurableConsumer(session.createTopic(Addresses.JOBS_ALL), "jobs"))
                    .hasMessageContaining("does not have permission");
            try (BusConnection rightful = BusConnection.open(victim)) {
                HostInbox.open(rightful, VICTIM, Set.of()).close();
            }
        }
    }

    /** The check looks at the address only when no setting names the queue; so routing must not look at the queue only. */
    @Test
    void aPermittedAddressBeforeAnothersQueueLeadsNowhere() throws Exception {
        act(intruder, send(Addresses.results(TestBroker.PUBLISHER) + "::" + VICTIMS_JOBS, RoutingType.ANYCAST));
        act(intruder, send(Addresses.HOSTS + "::" + Addresses.subscriptionToJobs(VICTIM), RoutingType.ANYCAST));
        assertThat(drained()).isEmpty();

        Messages.post(broker.administrator(), OutboundMessage.toQueue(VICTIMS_JOBS, Messages.message("rightful")));
        assertThat(drained()).containsExactly("rightful");
    }

    @Test
    void theUserOfAMessageIsWhatTheBrokerSaysAndNotTheSender() throws Exception {
        act(intruder, session -> {
            Message message = session.createBytesMessage();
            message.setStringProperty("_AMQ_VALIDATED_USER", "host.lab-02");
            session.createProducer(session.createQueue(Addresses.enrolments(TestBroker.PUBLISHER)))
                    .send(message);
        });
        act(
                broker.administrator(),
                session -> assertThat(
                                session.createConsumer(session.createQueue(Addresses.enrolments(TestBroker.PUBLISHER)))
                                        .receive(5_000)
                                        .getStringProperty("_AMQ_VALIDATED_USER"))
                        .isEqualTo("host.lab-01"));
    }

    private static List<String> drained() {
        List<String> found = new ArrayList<>();
        try (BusConnection connection = BusConnection.open(victim);
                HostInbox inbox = HostInbox.open(connection, VICTIM, Set.of())) {
            inbox.drain(message -> found.add(Messages.text(message)));
        }
        return found;
    }

    private static Action consume(String queue) {
        return session -> session.getCoreSession().createConsumer(queue);
    }

    private static Action browse(String queue) {
        return session -> session.getCoreSession().createConsumer(queue, null, true);
    }

    private static Action send(String address, RoutingType routing) {
        return session -> session.createProducer(
                        routing == RoutingType.ANYCAST ? session.createQueue(address) : session.createTopic(address))
                .send(session.createBytesMessage());
    }

    private static void manage(ActiveMQSession session) throws Exception {
        Message request = session.createMessage();
        JMSManagementHelper.putOperationInvocation(request, "broker", "listUser", "");
        session.createProducer(session.createQueue("activemq.management")).send(request);
    }

    private static void act(Endpoint who, Action action) throws Exception {
        try (Connection connection = connect(who)) {
            connection.start();
            action.in((ActiveMQSession) connection.createSession());
        }
    }

    private static Connection connect(Endpoint who) throws Exception {
        return new ActiveMQConnectionFactory(who.url())
                .createConnection(who.user(), who.password().value());
    }
}
