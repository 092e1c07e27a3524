package org.labcast.publisher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Secret;
import org.labcast.model.host.Enrolment;
import org.labcast.model.host.Facts;
import org.labcast.model.host.Invitation;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Job;
import org.labcast.model.order.Order;
import org.labcast.model.result.Attempt;
import org.labcast.model.result.Correction;
import org.labcast.model.result.Ending;
import org.labcast.model.result.Event;
import org.labcast.model.result.JobEnd;
import org.labcast.model.result.Outcome;
import org.labcast.model.result.Output;
import org.labcast.model.result.Result;
import org.labcast.model.result.Risk;
import org.labcast.model.result.TaskState;
import org.labcast.model.service.PortName;
import org.labcast.model.service.ServiceEntry;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Endpoint;
import org.labcast.transport.jms.HostInbox;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.jms.WorkQueueConsumer;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Certificate;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;

/** A host as the publisher meets it: the protocol with real keys on a real broker, without the agent. */
public final class HostSide implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();

    /** The host's own, which may be wrong. */
    private Clock clock = CLOCK;

    /** An order with the digest by which a host answers. */
    public record Taken<O extends Order>(O order, String digest, String address) {}

    final Invitation invitation;
    final SecretKey key;
    private final BusConnection connection;
    private final HostInbox inbox;
    private final DurableSender sender;
    private final List<SignedMessage> receipts = new CopyOnWriteArrayList<>();

    HostSide(Invitation invitation, SecretKey key, Path folder) {
        this.invitation = invitation;
        this.key = key;
        this.connection = BusConnection.open(endpoint(invitation, folder));
        this.inbox = HostInbox.open(connection, invitation.host(), invitation.groups());
        this.sender = new DurableSender(connection);
    }

    private static Endpoint endpoint(Invitation invitation, Path folder) {
        Optional<Path> trusted = Optional.empty();
        if (!invitation.brokerCertificates().isEmpty()) {
            trusted = Optional.of(folder.resolve(invitation.host() + ".pem"));
            try {
                Files.writeString(trusted.get(), invitation.brokerCertificates());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Endpoint(invitation.brokerUrl(), invitation.user(), invitation.password(), trusted);
    }

    static SecretKey newKey() {
        return SecretKey.generate("a host", CLOCK);
    }

    /** From now on its clock is wrong by so much. */
    HostSide withClock(Duration ahead) {
        clock = Clock.offset(CLOCK, ahead);
        return this;
    }

    private SecretKey clocked(SecretKey as) {
        return SecretKey.read(as.armored().getBytes(StandardCharsets.UTF_8), clock);
    }

    void enrol() {
        enrol(invitation.token(), key);
    }

    void enrol(Secret token, SecretKey as) {
        post(
                Addresses.enrolments(invitation.publisher()),
                Codec.encode(Enrolment.of(
                        invitation.realm(), invitation.host(), as.certificate().armored(), token)),
                as);
    }

    /** Says that it is on, in the groups of its invitation. */
    public void appear(Map<String, ?> facts) {
        TreeSet<Fingerprint> trusted = new TreeSet<>();
        trust().certificates().forEach(certificate -> trusted.add(certificate.fingerprint()));
        Presence presence = new Presence(
                invitation.realm(),
                invitation.host(),
                clock.instant(),
                false,
                invitation.groups(),
                trusted,
                Facts.of(facts),
                "");
        Bytes payload = Codec.encode(presence);
        sender.post(List.of(OutboundMessage.toQueue(
                        Addresses.HOSTS, new SignedMessage(payload, clocked(key).sign(payload)))
                .replacing("key of " + invitation.host())));
    }

    /** Says that it offers a port. */
    void list(ServiceEntry entry) {
        Bytes payload = Codec.encode(entry);
        sender.post(List.of(OutboundMessage.toQueue(Addresses.SERVICES, new SignedMessage(payload, key.sign(payload)))
                .replacing("entry of " + invitation.host())
                .labelled(Map.of(
                        "labcast_interface", entry.port().contract(),
                        "labcast_port", entry.port().port(),
                        "labcast_a_room", "12"))));
    }

    /** Begins to take the calls of a port, if it may. */
    WorkQueueConsumer takeCalls(PortName port) {
        return WorkQueueConsumer.open(connection, port);
    }

    /** All jobs that wait, verified. */
    List<Taken<Job>> jobs() {
        return waiting().stream()
                .filter(taken -> taken.order() instanceof Job)
                .map(HostSide::job)
                .toList();
    }

    /** All orders that wait, verified. */
    List<Taken<Order>> waiting() {
        List<Taken<Order>> taken = new ArrayList<>();
        inbox.drain(incoming -> order(incoming).ifPresent(taken::add));
        return taken;
    }

    /** Takes all that waits and all that comes. */
    public HostSide doing(Consumer<Taken<Order>> work) {
        inbox.drain(incoming -> order(incoming).ifPresent(work));
        inbox.listen(incoming -> order(incoming).ifPresent(work));
        return this;
    }

    /** Succeeds at every command of every job at once. */
    HostSide succeeding() {
        return correcting(Map.of());
    }

    /** Succeeds at every command of every job at once, at these by running others. */
    HostSide correcting(Map<String, String> corrections) {
        return answering(job -> corrected(job, corrections));
    }

    HostSide answering(Function<Job, List<Event>> answer) {
        return doing(taken -> {
            if (taken.order() instanceof Job job) {
                answer(job(taken), 1, answer.apply(job));
            }
        });
    }

    public static Taken<Job> job(Taken<Order> taken) {
        return new Taken<>((Job) taken.order(), taken.digest(), taken.address());
    }

    /** Receipts are kept apart, since the job that they are for must be looked up first. */
    private Optional<Taken<Order>> order(Incoming incoming) {
        SignedMessage message = ((Incoming.Arrived) incoming).message();
        if (Codec.beginsAsReceipt(message.payload())) {
            receipts.add(message);
            return Optional.empty();
        }
        return Optional.of(verified(incoming));
    }

    /** What the home that has sent the job says that it holds, by all receipts so far. */
    Set<Long> held(Job job) {
        Certificate home = Certificate.readAll(
                        job.header().receipts().orElseThrow().toArray())
                .get(0);
        SignatureVerifier verifier = new SignatureVerifier(CLOCK, SignaturePolicy.standard());
        Set<Long> held = new TreeSet<>();
        for (SignedMessage message : receipts) {
            if (verifier.verify(message.payload(), message.signature(), TrustStore.of(List.of(home)))
                    instanceof Verification.Accepted) {
                Codec.readReceipt(message.payload()).held().stream()
                        .filter(some -> some.job().equals(job.id()))
                        .flatMap(some -> some.numbers().stream())
                        .forEach(run ->
                                LongStream.rangeClosed(run.first(), run.last()).forEach(held::add));
            }
        }
        return held;
    }

    /** How many receipts for the job came, by the key that it names, whatever the clocks. */
    long receiptsFor(Job job) {
        Certificate home = Certificate.readAll(
                        job.header().receipts().orElseThrow().toArray())
                .get(0);
        SignatureVerifier verifier = SignatureVerifier.ofAnyClock(CLOCK, SignaturePolicy.standard());
        return receipts.stream()
                .filter(message -> verifier.verify(message.payload(), message.signature(), TrustStore.of(List.of(home)))
                        instanceof Verification.Accepted)
                .filter(message -> Codec.readReceipt(message.payload()).held().stream()
                        .anyMatch(held -> held.job().equals(job.id())))
                .count();
    }

    private Taken<Order> verified(Incoming incoming) {
        SignedMessage message = ((Incoming.Arrived) incoming).message();
        Verification verification = new SignatureVerifier(CLOCK, SignaturePolicy.standard())
                .verify(message.payload(), message.signature(), trust());
        if (verification instanceof Verification.Refused refused) {
            throw new AssertionError(refused.explanation());
        }
        return new Taken<>(Codec.readOrder(message.payload()), message.payload().sha256(), incoming.address());
    }

    private TrustStore trust() {
        return TrustStore.of(invitation.administrators().stream()
                .map(armored -> Certificate.readAll(armored.getBytes(StandardCharsets.UTF_8))
                        .get(0))
                .toList());
    }

    /** Accepted, each command ended with the exit code, finished. */
    public static List<Event> done(Job job, int exitCode) {
        List<Event> events = new ArrayList<>();
        events.add(new Event.Accepted(CLOCK.instant()));
        for (int task = 0; task < job.tasks().size(); task++) {
            events.add(ran(job, task, exitCode, Output.of(Bytes.utf8("output " + task + "\n"))));
        }
        events.add(new Event.Finished(CLOCK.instant(), JobEnd.DONE));
        return events;
    }

    /** Accepted, each command corrected to another by a safe rule wherever there is one for it, finished. */
    static List<Event> corrected(Job job, Map<String, String> corrections) {
        List<Event> events = new ArrayList<>(done(job, 0));
        for (int task = 0; task < job.tasks().size(); task++) {
            String right = corrections.get(job.tasks().get(task).command());
            if (right != null) {
                events.set(task + 1, corrected(job, task, new Correction(right, "typo", "nearest name", Risk.SAFE)));
            }
        }
        return events;
    }

    static Event corrected(Job job, int task, Correction correction) {
        Attempt failed = attempt(job, task, 127, Output.NONE);
        Attempt fixed = new Attempt(
                correction.command(),
                Optional.of(correction),
                Instant.EPOCH,
                Duration.ofMillis(5),
                new Ending.Exited(0),
                Output.NONE,
                Output.NONE);
        return new Event.TaskDone(new Outcome(task, TaskState.CORRECTED, List.of(failed, fixed), List.of()));
    }

    static Event ran(Job job, int task, int exitCode, Output out) {
        return new Event.TaskDone(new Outcome(
                task,
                exitCode == 0 ? TaskState.SUCCEEDED : TaskState.FAILED,
                List.of(attempt(job, task, exitCode, out)),
                List.of()));
    }

    private static Attempt attempt(Job job, int task, int exitCode, Output out) {
        return new Attempt(
                job.tasks().get(task).command(),
                Optional.empty(),
                Instant.EPOCH,
                Duration.ofMillis(5),
                new Ending.Exited(exitCode),
                out,
                Output.NONE);
    }

    public void answer(Taken<Job> job, long number, List<Event> events) {
        send(
                result(job.order().id(), job.digest(), number, events),
                job.order().header().replyTo());
    }

    Result result(OrderId job, String digest, long number, List<Event> events) {
        return new Result(invitation.realm(), job, digest, invitation.host(), number, CLOCK.instant(), events);
    }

    void send(Result result, PublisherName to) {
        post(Addresses.results(to), Codec.write(result), key);
    }

    void post(String address, Bytes payload, SecretKey as) {
        sender.post(List.of(OutboundMessage.toQueue(
                address, new SignedMessage(payload, clocked(as).sign(payload)))));
    }

    @Override
    public void close() {
        connection.close();
    }
}
