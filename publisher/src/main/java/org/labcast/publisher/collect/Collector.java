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
import java.util.function.Supplier;
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
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.Incoming;
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
 * <p>Its methods may be called from any thread; they take turns.
 */
public final class Collector implements AutoCloseable {
    /** Whoever may post can keep a queue filled for ever. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final Realm realm;
    private final PublisherName name;
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
    private final ResultInbox inbox;
    /** Whether the broker was asked for keys of hosts since the batch began that is being taken in. */
    private boolean asked;

    private boolean listening;
    private long storeVersion;
    private long strays;
    private volatile Runnable changed = () -> {};

    /** @param store used by this collector alone */
    public Collector(Realm realm, BusConnection connection, Store store, Administrator administrator, Clock clock) {
        this.realm = realm;
        this.name = administrator.name();
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
        this.receipts = new Receipts(realm, store, administrator.home(), durableSender, clock);
        this.inbox = ResultInbox.open(connection, name);
    }

    /**
     * Who collects.
     *
     * @param signer asked for only when a host is taken in or out, since gpg may have to be asked
     * @param trusted keys of all administrators whose word for a host is believed
     * @param home signs receipts
     */
    public record Administrator(PublisherName name, Supplier<Signer> signer, TrustStore trusted, HomeKey home) {}

    /** Takes in all that waits on the broker; returns how many messages that was. */
    public int drain() {
        return drain(LONG_ENOUGH);
    }

    /** Takes in what waits on the broker, and stops, and says so, when that takes longer; the rest stays there. */
    public synchronized int drain(Duration atMost) {
        store.quarantine().tidy();
        learnHosts();
        long end = System.nanoTime() + atMost.toNanos();
        int count = inbox.drain(this::receive, () -> System.nanoTime() - end >= 0);
        if (System.nanoTime() - end >= 0) {
            LOG.warn(
                    "More waits on the broker than could be taken in within {} s: what is shown may be older. The next"
                            + " command goes on with it.",
                    atMost.toSeconds());
        }
        judgeAgain();
        receipts.give();
        return count;
    }

    /**
     * Takes in whatever comes from now on, in threads of its own.
     *
     * @param changed told after each batch, instead of whoever was told before
     */
    public synchronized void listen(Runnable changed) {
        this.changed = changed;
        if (listening) {
            return;
        }
        listening = true;
        inbox.listen(batch -> {
            receive(batch);
            this.changed.run();
        });
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
        long version = store.version();
        if (version != storeVersion) { // another process may have learned a host's key
            keys.forget();
            storeVersion = version;
        }
        asked = false;
        Judged judged = new Judged();
        for (Incoming incoming : batch) {
            if (incoming.address().equals(Addresses.enrolments(name))) {
                enroller.take(incoming);
                keys.forget();
            } else if (incoming instanceof Incoming.Arrived arrived) {
                judge(arrived.message(), arrived.sender(), judged);
            } else if (incoming instanceof Incoming.Malformed malformed) {
                judged.refuse(Optional.empty(), malformed.sender(), malformed.problem(), clock.instant());
            }
        }
        record(judged);
        judgeAgain();
    }

    private void record(Judged judged) {
        strays += store.results().record(judged.believed).stream()
                .filter(stored -> stored == StoreOutcome.STRAY)
                .count();
        // In this order: another process that judges what is kept takes the refusal back.
        store.results().refuse(judged.refusals());
        store.quarantine().keep(judged.suspended);
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

    private synchronized void giveReceipts() {
        receipts.give();
    }

    @Override
    public void close() {
        inbox.close();
        giveReceipts();
        durableSender.close();
    }
}
