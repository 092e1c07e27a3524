package org.labcast.publisher.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.model.GroupName;
import org.labcast.model.HostName;
import org.labcast.model.HostSet;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.host.Facts;
import org.labcast.model.host.Presence;
import org.labcast.model.order.Header;
import org.labcast.model.order.Job;
import org.labcast.model.order.Target;
import org.labcast.model.order.Task;
import org.labcast.model.order.TaskOptions;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Event;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Refusal;
import org.labcast.model.result.Result;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verification;
import org.labcast.transport.pgp.Verified;

/** A store in a file, hosts that really sign, and a clock that is moved by hand. */
public final class TestLab extends Clock implements AutoCloseable {
    public static final Realm REALM = new Realm("lab");
    public static final Fingerprint ADMIN = new Fingerprint("A".repeat(40));
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    public final Store store;
    private final Map<HostName, SecretKey> keys = new TreeMap<>();
    private Instant now = START;

    public TestLab(Path folder) {
        store = Store.open(folder.resolve("store.db"), this);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public SecretKey key(HostName host) {
        return keys.computeIfAbsent(host, name -> SecretKey.generate(name.value(), this));
    }

    public TestLab enrol(String hosts, String... groups) {
        SortedSet<GroupName> names =
                new TreeSet<>(Stream.of(groups).map(GroupName::new).toList());
        for (HostName host : HostSet.parse(hosts)) {
            store.hosts().enrol(new EnrolledHost(host, "cert", key(host).fingerprint(), names, ADMIN, now));
        }
        return this;
    }

    public StoredJob push(Target target, String expected, String... commands) {
        Job job = draft(target, commands);
        HostSet hosts = HostSet.parse(expected);
        Bytes payload = Codec.write(job);
        store.orders().save(job, payload, hosts);
        store.orders().markPosted(job.id());
        return new StoredJob(job, payload, hosts, true);
    }

    /** A job that is nowhere yet. */
    public Job draft(Target target, String... commands) {
        Header header = new Header(
                REALM,
                OrderId.random(),
                ADMIN,
                1,
                1,
                now,
                now,
                now.plusSeconds(3600),
                target,
                new PublisherName("ada"));
        List<Task> tasks = (commands.length == 0 ? Stream.of("date") : Stream.of(commands))
                .map(command -> new Task(command, 1, TaskOptions.DEFAULT))
                .toList();
        return new Job(header, "tasks.txt", tasks, "");
    }

    public Result result(StoredJob job, String host, long number, Event... events) {
        return new Result(
                REALM, job.job().id(), job.payload().sha256(), new HostName(host), number, now, List.of(events));
    }

    public StoreOutcome answer(StoredJob job, String host, long number, Event... events) {
        return store.results().record(signed(result(job, host, number, events), host));
    }

    public Verified<Alert> alert(StoredJob job, String host, Refusal reason) {
        Alert alert = new Alert(
                REALM,
                new HostName(host),
                OrderId.random(),
                now,
                reason,
                "who is this",
                job.payload().sha256());
        return signed(alert, host);
    }

    public Verified<Presence> presence(String host, boolean leaving, String trouble) {
        return presence(host, leaving, trouble, Map.of("os", "debian", "cores", 4L));
    }

    public Verified<Presence> presence(String host, boolean leaving, String trouble, Map<String, ?> facts) {
        Presence presence = new Presence(
                REALM, new HostName(host), now, leaving, new TreeSet<>(), new TreeSet<>(), Facts.of(facts), trouble);
        return verified(Codec.encode(presence), host).map(Codec::readPresence);
    }

    /** Signed by that host's key, whatever the message says. */
    @SuppressWarnings("unchecked")
    public <T extends HostMessage> Verified<T> signed(T message, String signer) {
        return verified(Codec.write(message), signer).map(bytes -> (T) Codec.readHostMessage(bytes));
    }

    private Verified<Bytes> verified(Bytes payload, String signer) {
        SecretKey key = key(new HostName(signer));
        Verification verification = new SignatureVerifier(this, SignaturePolicy.standard())
                .verify(payload, key.sign(payload), TrustStore.of(List.of(key.certificate())));
        return ((Verification.Accepted) verification).payload();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public void close() {
        store.close();
    }
}
