package org.labcast.publisher.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.labcast.model.HostName;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.result.Alert;
import org.labcast.model.result.HostMessage;
import org.labcast.model.result.Result;
import org.labcast.publisher.store.HomeKey;
import org.labcast.publisher.store.Quarantine.Suspended;
import org.labcast.publisher.store.RefusedAnswer;
import org.labcast.publisher.store.Store;
import org.labcast.publisher.store.StoreOutcome;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.QueueDepth;
import org.labcast.transport.jms.ResultInbox;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.Signer;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what hosts sent into the store: enrolments, results and alerts. A message is forgotten by the broker only when
 * the store has it; what is not signed by the host that it claims to come from leaves a trace and nothing else.
 *
 * <p>One process at a time consumes for a home, and goes on with it as long as it lives; the collectors of others see in the
 * store what it takes in, and follow it when it ends.
 *
 * <p>Its methods may be called from any thread; they take turns.
 */
public final class Collector implements AutoCloseable {
    /** Whoever may post can keep a queue filled for ever. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** Another process that takes in nothing for so long is stopped, or hangs. */
    private static final Duration STALLED = Duration.ofSeconds(3);

    private static final long LOOK_MILLIS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final BusConnection connection;

    private final Realm realm;
    private final Administrator administrator;
    private final Set<PublisherName> names;
    private final Set<String> enrolments;
    private final Store store;
    private final TrustStore administrators;
    private final Clock clock;
    private final MessageVerifier verifier;
    private final HostKeys keys;
    private final Directory directory;
    private final PresenceList presence;
    private final DurableSender durableSender;
    private final Enroller enroller;
    private final Receipts receipts;
    private final CollectingTurn turn;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable ResultInbox inbox;
    private @Nullable QueueDepth depth;
    private long received;
    /** Whether the broker was asked for keys of hosts since the batch began that is being taken in. */
    private boolean asked;

    private boolean closed;
    private long storeVersion;
    private long strays;

    /**
     * @param store used by this collector alone
     * @param turn of the home
     */
    public Collector(
            Realm realm,
            BusConnection connection,
            Store store,
            Administrator administrator,
            CollectingTurn turn,
            Clock clock) {
        this.connection = connection;
        this.turn = turn;
        this.realm = realm;
        this.administrator = administrator;
        this.names =
                new TreeSet<>(List.of(administrator.name(), administrator.home().replyName()));
        this.enrolments = names.stream().map(Addresses::enrolments).collect(Collectors.toSet());
        this.store = store;
        this.administrators = administrator.trusted();
        this.clock = clock;
        this.verifier = new MessageVerifier(SignatureVerifier.ofAnyClock(clock, SignaturePolicy.standard()));
        MessageVerifier ofAdministrators =
                new MessageVerifier(new SignatureVerifier(clock, SignaturePolicy.standard()));
        this.keys = new HostKeys(store.hosts());
        this.durableSender = new DurableSender(connection);
        Browser browser = new Browser(connection);
        this.presence = new PresenceList(realm, store.hosts(), keys, verifier, browser);
        this.directory =
                new Directory(realm, store.hosts(), ofAdministrators, browser, durableSender, administrator.signer());
        this.enroller = new Enroller(realm, store, verifier, directory, administrator.signer(), clock);
        this.receipts = new Receipts(realm, store, administrator.home().key(), durableSender, clock);
    }

    /**
     * Who collects.
     *
     * @param name to whose queues comes what hosts say unasked, and came the answers to homes that had no id
     * @param signer asked for only when a host is taken in or out, since gpg may have to be asked
     * @param trusted keys of all administrators whose word for a host is believed
     */
    public record Administrator(PublisherName name, Supplier<Signer> signer, TrustStore trusted, Home home) {}

    /**
     * Where is collected.
     *
     * @param replyName to whose queue hosts answer this home
     * @param key signs receipts
     * @param others the names of this administrator's other homes
     */
    public record Home(PublisherName replyName, HomeKey key, List<PublisherName> others) {}

    /** Takes in all that waits on the broker; returns how many messages that was. */
    public int drain() {
        return drain(LONG_ENOUGH);
    }

    /**
     * Takes in what waits on the broker, and stops, and says so, when that takes longer; the rest stays there. From then on
     * whatever comes is taken in at once, so that nothing waits in this process that another one asks for.
     */
    public int drain(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long before = prepare();
        if (!takeTurn(end)) {
            awaitOthers(end);
        }
        if (System.nanoTime() - end >= 0) {
            LOG.warn(
                    "More waits on the broker than could be taken in within {} s: what is shown may be older. The next"
                            + " command goes on with it.",
                    atMost.toSeconds());
        }
        return (int) (finish() - before);
    }

    private synchronized long prepare() {
        store.quarantine().tidy();
        learnHosts();
        return received;
    }

    private synchronized long finish() {
        judgeAgain();
        receipts.give();
        return received;
    }

    /** Collects from now on if nobody else does any more. */
    public void follow() {
        takeTurn(System.nanoTime() + LONG_ENOUGH.toNanos());
    }

    /** Becomes the one who collects, if nobody is; whether all that waited has been taken in by this call. */
    private synchronized boolean takeTurn(long end) {
        if (inbox != null || closed || !turn.take()) {
            return false;
        }
        ResultInbox opened;
        try {
            opened = ResultInbox.open(connection, names);
        } catch (BusException e) {
            turn.leave();
            throw e;
        }
        inbox = opened;
        opened.drain(this::receive, () -> System.nanoTime() - end >= 0);
        opened.listen(this::receive);
        return true;
    }

    /** Waits until the process that collects has taken in what waits; not synchronized, since it may be a thread of ours. */
    private void awaitOthers(long end) {
        QueueDepth queues = depth();
        long waits = queues.messages();
        long progress = System.nanoTime();
        while (waits > 0 && System.nanoTime() - end < 0) {
            if (System.nanoTime() - progress > STALLED.toNanos()) {
                LOG.warn(
                        "Another publisher process of this home has {} messages and does not take them in; is it stopped?"
                                + " What is shown may be older.",
                        waits);
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (takeTurn(end)) {
                return;
            }
            long now = queues.messages();
            progress = now < waits ? System.nanoTime() : progress;
            waits = now;
        }
    }

    private synchronized QueueDepth depth() {
        if (depth == null) {
            depth = new QueueDepth(connection, names);
        }
        return depth;
    }

    /** Ends with {@link #close}. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** @param changed told when this process has taken something into the store, in a thread of the collector */
    public Listening listen(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /** How many results were taken in here for jobs that this home has not sent. */
    public synchronized long strays() {
        return strays;
    }

    /** Reads from the broker who is on. */
    public synchronized void refreshHosts() {
        presence.read();
    }

    /** Tells everybody that the host is no longer one of the realm, and forgets its key. */
    public synchronized void withdraw(HostName host) {
        directory.withdraw(host);
        store.hosts().withdraw(host, clock.instant());
        keys.forget();
    }

    private void learnHosts() {
        directory.learn(administrators);
        keys.forget();
    }

    private synchronized void receive(List<Incoming> batch) {
        received += batch.size();
        long version = store.version();
        if (version != storeVersion) { // another process may have learned a host's key
            keys.forget();
            storeVersion = version;
        }
        asked = false;
        Judged judged = new Judged();
        for (Incoming incoming : batch) {
            if (enrolments.contains(incoming.address())) {
                enrol(incoming);
            } else if (incoming instanceof Incoming.Arrived arrived) {
                judge(arrived.message(), arrived.sender(), judged);
            } else if (incoming instanceof Incoming.Malformed malformed) {
                judged.refuse(Optional.empty(), malformed.sender(), malformed.problem(), clock.instant());
            }
        }
        record(judged);
        judgeAgain();
    }

    private void enrol(Incoming incoming) {
        Optional<RejectedMessage.NotInvited> foreign = enroller.take(incoming);
        keys.forget();
        boolean isForAnyHome = incoming.address().equals(Addresses.enrolments(administrator.name()))
                && !administrator.home().others().isEmpty();
        if (foreign.isPresent() && isForAnyHome && incoming instanceof Incoming.Arrived arrived) {
            administrator.home().others().forEach(other -> passOn(arrived.message(), other));
        } else {
            foreign.ifPresent(why -> Enroller.refused(incoming, why));
        }
    }

    /** The invitation may be of another home of this administrator. */
    private void passOn(SignedMessage enrolment, PublisherName home) {
        try {
            durableSender.post(List.of(OutboundMessage.toQueue(Addresses.enrolments(home), enrolment)));
        } catch (BusException e) {
            LOG.warn("An enrolment could not be passed on to the home {}: {}", home, e.getMessage());
        }
    }

    private void record(Judged judged) {
        strays += store.results().record(judged.believed).stream()
                .filter(stored -> stored == StoreOutcome.STRAY)
                .count();
        // In this order: another process that judges what is kept takes the refusal back.
        store.results().refuse(judged.refusals());
        store.quarantine().keep(judged.suspended);
        listeners.forEach(Runnable::run); // now, since receipts wait for the broker
        receipts.owe(judged.believed.stream().map(Verified::value).toList());
    }

    /** What waits for a host's key, as far as the host has another one than before. */
    private void judgeAgain() {
        for (List<Suspended> due = store.quarantine().due();
                !due.isEmpty();
                due = store.quarantine().due()) {
            keys.forget();
            for (Suspended waiting : due) {
                Judged judged = new Judged();
                judge(new SignedMessage(waiting.payload(), waiting.signature()), waiting.sender(), judged);
                if (judged.suspended.isEmpty()) {
                    store.quarantine().forgive(waiting);
                    record(judged);
                    store.quarantine().release(waiting);
                } else {
                    store.quarantine().judged(waiting);
                }
            }
        }
    }

    private void judge(SignedMessage signed, String sender, Judged judged) {
        Optional<HostMessage> claim = Optional.empty();
        try {
            claim = Optional.of(MessageVerifier.claim(signed, Codec::readHostMessage));
            Verified<HostMessage> message = verify(signed, claim.get());
            if (message.value() instanceof Result) {
                judged.believed.add(message.map(Result.class::cast));
            } else {
                store.alerts().record(message.map(Alert.class::cast));
            }
        } catch (RejectedMessage e) {
            String host = claim.map(message -> message.host().value()).orElse(sender);
            String reason = String.valueOf(e.getMessage());
            if (e instanceof RejectedMessage.NotYet notYet && claim.orElse(null) instanceof Result result) {
                judged.suspended.add(new Suspended(
                        sender,
                        result.host(),
                        result.job(),
                        reason,
                        notYet.judgedBy(),
                        signed.payload(),
                        signed.signature()));
            }
            judged.refuse(claim, host, reason, clock.instant());
        }
    }

    /** What comes of a batch. */
    private static final class Judged {
        final List<Verified<Result>> believed = new ArrayList<>();
        final List<Suspended> suspended = new ArrayList<>();
        private final Map<List<Object>, RefusedAnswer> refused = new LinkedHashMap<>();

        /** Equal ones are counted. */
        void refuse(Optional<HostMessage> claim, String host, String reason, Instant now) {
            Optional<OrderId> order = claim.filter(Result.class::isInstance).map(message -> ((Result) message).job());
            refused.merge(
                    List.of(order, host, reason),
                    new RefusedAnswer(order, host, reason, now),
                    (one, more) -> new RefusedAnswer(order, host, reason, one.times() + 1, now));
        }

        Collection<RefusedAnswer> refusals() {
            return refused.values();
        }
    }

    private Verified<HostMessage> verify(SignedMessage message, HostMessage claim) {
        if (!claim.realm().equals(realm)) {
            throw new RejectedMessage("it is for the realm " + claim.realm() + ", not " + realm);
        }
        TrustStore key = key(claim.host())
                .orElseThrow(
                        () -> new RejectedMessage.NotYet("the host is not enrolled here: see 'publisher hosts'", ""));
        return verifier.verify(message, key, Codec::readHostMessage);
    }

    /** The broker is asked once a batch, however many messages claim to come from hosts that are not known. */
    private Optional<TrustStore> key(HostName host) {
        if (keys.of(host).isEmpty() && !asked) {
            asked = true;
            learnHosts();
        }
        return keys.of(host);
    }

    /** Tells hosts of jobs under way, too, what is held of them. */
    public synchronized void giveReceipts() {
        receipts.give();
    }

    /** Stops consuming, so that another process may; what that takes in is seen in the store. */
    public void handOver() {
        end().ifPresent(ResultInbox::close); // not synchronized, since its threads may be waiting for us
        turn.leave();
        giveReceipts();
    }

    @Override
    public void close() {
        handOver();
        if (depth != null) {
            depth.close();
        }
        durableSender.close();
    }

    private synchronized Optional<ResultInbox> end() {
        closed = true;
        return Optional.ofNullable(inbox);
    }
}
