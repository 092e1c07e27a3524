package org.labcast.agent;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.conf.Joining;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.agent.ledger.Ledger;
import org.labcast.agent.service.ServiceTimeouts;
import org.labcast.broker.Provisioning;
import org.labcast.broker.TestBroker;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;
import org.labcast.model.host.Enrolment;
import org.labcast.model.host.Invitation;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.order.ShellSession;
import org.labcast.model.order.Target;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Event;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Receipt;
import org.labcast.model.result.Result;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.ResultInbox;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;

/** On a broker, an administrator with a key and one host that has joined, both with names that no other lab has. */
final class TestLab implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A hurried one, for calls of services. */
    static final ServiceTimeouts PACE = new ServiceTimeouts(
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofMillis(300),
            Duration.ofMillis(2500),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofSeconds(2));

    static final Realm REALM = new Realm("lab");
    private static final AtomicInteger LABS = new AtomicInteger();

    private final int number = LABS.incrementAndGet();
    final HostName host = new HostName("lab-" + number);
    final PublisherName publisher = new PublisherName("ann-" + number);
    private final Secret password = Secret.random();
    private final TestBroker broker;
    final AgentPaths paths;
    final SecretKey administrator = SecretKey.generate("Ann", Clock.systemUTC());
    final List<Enrolment> enrolments = new CopyOnWriteArrayList<>();
    final List<HostMessage> reported = new CopyOnWriteArrayList<>();
    private final AtomicLong sequence = new AtomicLong();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private BusConnection connection;
    private Agent agent;
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(true);

    TestLab(TestBroker broker, Path folder) {
        this.broker = broker;
        broker.provision(provisioning -> provisioning.administrator(publisher, password));
        broker.host(host.value());
        paths = new AgentPaths(folder.resolve("config"), folder.resolve("state"));
        new Joining(paths, Clock.systemUTC())
                .join(new Invitation(
                        REALM,
                        host,
                        new TreeSet<>(Set.of()),
                        broker.url(),
                        "",
                        "host." + host,
                        new Secret("password of " + host),
                        new Secret("token"),
                        publisher,
                        List.of(administrator.certificate().armored())));
        PrivateFiles.makeFolder(paths.state());
        collect();
    }

    private void collect() {
        connection = BusConnection.open(endpoint());
        ResultInbox.open(connection, List.of(publisher)).listen(batch -> batch.forEach(this::take));
    }

    private void take(Incoming incoming) {
        Incoming.Arrived arrived = (Incoming.Arrived) incoming;
        if (arrived.address().equals(Addresses.results(publisher))) {
            verified(arrived.message()).map(Codec::readHostMessage).ifPresent(reported::add);
        } else {
            enrolments.add(Codec.readEnrolment(verified(arrived.message()).orElseThrow()));
        }
    }

    /** This host's entries. */
    List<Presence> presence() {
        return new Browser(connection)
                .browse(Addresses.HOSTS).stream()
                        .flatMap(message -> verified(message).stream())
                        .map(Codec::readPresence)
                        .toList();
    }

    void restartBroker() {
        connection.close();
        broker.restart();
        collect();
    }

    /** The port's queue, from which this host may take. */
    void provision(PortName port) {
        broker.provision(provisioning -> provisioning.ports(List.of(port), Target.hosts(HostSet.of(host.value()))));
    }

    /** This host's entries in the list of services that a selector lets through. */
    List<ServiceEntry> services(String selector) {
        return new Browser(connection)
                .browse(Addresses.SERVICES, selector).stream()
                        .flatMap(message -> verified(message).stream())
                        .map(Codec::readServiceEntry)
                        .toList();
    }

    /** The publisher's login. */
    Endpoint endpoint() {
        return broker.as(Provisioning.user(publisher), password.value());
    }

    /** With the host's own certificate, as its enrolment brought it; empty when another host signed it. */
    Optional<Bytes> verified(SignedMessage message) {
        SecretKey hostKey = SecretKey.read(PrivateFiles.read(paths.hostKey()).toArray(), Clock.systemUTC());
        Verification verification = new SignatureVerifier(Clock.systemUTC(), SignaturePolicy.standard())
                .verify(message.payload(), message.signature(), TrustStore.of(List.of(hostKey.certificate())));
        return verification instanceof Verification.Accepted accepted
                ? Optional.of(accepted.payload().value())
                : Optional.empty();
    }

    /** Starts the agent within this process and returns when it is ready. */
    void startAgent() {
        startAgentWithoutWaiting();
        int before = ready();
        await().atMost(PATIENCE).until(() -> ready() > before || running.isDone());
    }

    void startAgentWithoutWaiting() {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        agent = new Agent(paths, Clock.systemUTC(), out, PACE);
        running = CompletableFuture.supplyAsync(agent::run);
    }

    private int ready() {
        return said.toString(StandardCharsets.UTF_8).split("ready", -1).length;
    }

    /** @return whether it stopped in good order */
    boolean stopAgent() {
        agent.stop();
        try {
            return running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the agent did not stop", e);
        }
    }

    Header header() {
        Instant now = Instant.now();
        return header(REALM, new Target.All(), now, now.plus(Duration.ofHours(1)));
    }

    Header header(Realm realm, Target target, Instant notBefore, Instant expires) {
        return new Header(
                realm,
                OrderId.random(),
                administrator.fingerprint(),
                1,
                sequence.incrementAndGet(),
                Instant.now(),
                notBefore,
                expires,
                target,
                publisher);
    }

    /** A job whose results get receipts that this key signs. */
    Job receipted(SecretKey home, String... commands) {
        Header h = header();
        Header named = new Header(
                h.realm(),
                h.id(),
                h.signer(),
                h.epoch(),
                h.sequence(),
                h.created(),
                h.notBefore(),
                h.expires(),
                h.target(),
                h.replyTo(),
                Optional.of(Bytes.of(home.certificate().encoded())));
        return Samples.job(named, TaskOptions.DEFAULT, commands);
    }

    /** Tells the host, where orders to it alone go, what is held of a job. */
    void giveReceipt(SecretKey home, OrderId job, long lastHeld) {
        Bytes payload = Codec.write(new Receipt(
                REALM, host, Instant.now(), List.of(new Receipt.Held(job, List.of(new Receipt.Run(1, lastHeld))))));
        try (DurableSender sender = new DurableSender(connection)) {
            sender.post(List.of(
                    OutboundMessage.toQueue(Addresses.control(host), new SignedMessage(payload, home.sign(payload)))));
        }
    }

    /** How many results of a job the agent keeps for want of a receipt. */
    int kept(OrderId job) {
        return Ledger.look(paths.ledger()).awaited(job).size();
    }

    Job job(String... commands) {
        return Samples.job(header(), TaskOptions.DEFAULT, commands);
    }

    /** Commands that are typed into one shell. */
    Job typed(String... commands) {
        Job apart = job(commands);
        return new Job(apart.header(), apart.title(), apart.tasks(), "", Optional.of(new ShellSession("sh", "")));
    }

    SignedMessage sign(Order order) {
        Bytes payload = Codec.write(order);
        return new SignedMessage(payload, administrator.sign(payload));
    }

    OrderId push(Order order) {
        post(sign(order));
        return order.id();
    }

    void post(SignedMessage message) {
        try (DurableSender sender = new DurableSender(connection)) {
            sender.post(List.of(OutboundMessage.toQueue(Addresses.jobs(host), message)));
        }
    }

    Stream<Result> results(OrderId order) {
        return reported.stream()
                .filter(Result.class::isInstance)
                .map(Result.class::cast)
                .filter(result -> result.job().equals(order));
    }

    /** What a host of the same lab can do: it has the rights of every host, and knows the job, since it was for all. */
    void postJunkAs(String otherHost, OrderId job) {
        Endpoint other = broker.host(otherHost);
        SignedMessage junk = new SignedMessage(Bytes.utf8("junk"), Bytes.utf8("junk"));
        try (BusConnection intruder = BusConnection.open(other);
                DurableSender sender = new DurableSender(intruder)) {
            sender.post(LongStream.rangeClosed(1, 20)
                    .mapToObj(number -> OutboundMessage.toQueue(Addresses.results(publisher), junk)
                            .withDuplicateId(job + "/" + host + "/" + number))
                    .toList());
        }
    }

    List<Event> events(OrderId order) {
        return results(order).flatMap(result -> result.events().stream()).toList();
    }

    <E extends Event> List<E> events(OrderId order, Class<E> type) {
        return events(order).stream().filter(type::isInstance).map(type::cast).toList();
    }

    <E extends Event> E awaitEvent(OrderId order, Class<E> type) {
        await().atMost(PATIENCE).until(() -> !events(order, type).isEmpty());
        return events(order, type).get(0);
    }

    Alert awaitAlert() {
        await().atMost(PATIENCE).until(() -> reported.stream().anyMatch(Alert.class::isInstance));
        return reported.stream()
                .filter(Alert.class::isInstance)
                .map(Alert.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static void awaitFile(Path file) {
        await().atMost(PATIENCE).until(() -> Files.exists(file));
    }

    @Override
    public void close() {
        if (agent != null) {
            stopAgent();
        }
        connection.close();
    }
}
