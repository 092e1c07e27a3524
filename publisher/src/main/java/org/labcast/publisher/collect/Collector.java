package org.labcast.publisher.collect;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.labcast.model.Alert;
import org.labcast.model.HostMessage;
import org.labcast.model.HostName;
import org.labcast.model.PublisherName;
import org.labcast.model.Realm;
import org.labcast.model.Result;
import org.labcast.publisher.store.RefusedAnswer;
import org.labcast.publisher.store.Store;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.Incoming;
import org.labcast.transport.jms.Poster;
import org.labcast.transport.jms.ResultInbox;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.Signer;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verified;

/**
 * Takes what hosts sent into the store: enrolments, results and alerts. A message is forgotten by the broker only when
 * the store has it; what is not signed by the host that it claims to come from leaves a trace and nothing else.
 *
 * <p>Its methods may be called from any thread; they take turns.
 */
public final class Collector implements AutoCloseable {
    /** How much later than an answer an enrolment that was sent before it may come. */
    private static final Duration OTHER_QUEUE = Duration.ofSeconds(2);

    private final Realm realm;
    private final PublisherName name;
    private final Store store;
    private final TrustStore administrators;
    private final Clock clock;
    private final MessageVerifier verifier;
    private final HostKeys keys;
    private final Directory directory;
    private final PresenceList presence;
    private final Poster poster;
    private final Enroller enroller;
    private final ResultInbox inbox;
    private boolean listening;
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
        this.poster = new Poster(connection);
        Browser browser = new Browser(connection);
        this.presence = new PresenceList(realm, store.hosts(), keys, verifier, browser);
        this.directory = new Directory(realm, store.hosts(), ofAdministrators, browser, poster, administrator.signer());
        this.enroller = new Enroller(realm, store, verifier, directory, administrator.signer(), clock);
        this.inbox = ResultInbox.open(connection, name);
    }

    /**
     * Who collects.
     *
     * @param signer asked for only when a host is taken in or out, since gpg may have to be asked
     * @param trusted keys of all administrators whose word for a host is believed
     */
    public record Administrator(PublisherName name, Supplier<Signer> signer, TrustStore trusted) {}

    /** Takes in all that waits on the broker; returns how many messages that was. */
    public synchronized int drain() {
        learnHosts();
        return inbox.drain(this::receive);
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
        List<Verified<Result>> results = new ArrayList<>();
        for (Incoming incoming : batch) {
            if (incoming.address().equals(Addresses.enrolments(name))) {
                enroller.take(incoming);
                keys.forget();
                notifyAll();
            } else if (incoming instanceof Incoming.Arrived arrived) {
                believe(arrived, results);
            } else if (incoming instanceof Incoming.Malformed malformed) {
                refuse(Optional.empty(), malformed.sender(), malformed.problem());
            }
        }
        store.results().record(results);
    }

    private void believe(Incoming.Arrived arrived, List<Verified<Result>> results) {
        Optional<HostMessage> claim = Optional.empty();
        try {
            claim = Optional.of(MessageVerifier.claim(arrived.message(), Codec::readHostMessage));
            Verified<HostMessage> message = verify(arrived, claim.get());
            if (message.value() instanceof Result) {
                results.add(message.map(Result.class::cast));
            } else {
                store.alerts().record(message.map(Alert.class::cast));
            }
        } catch (Disbelieved e) {
            String host = claim.map(message -> message.host().value()).orElse(arrived.sender());
            refuse(claim, host, String.valueOf(e.getMessage()));
        }
    }

    private Verified<HostMessage> verify(Incoming.Arrived arrived, HostMessage claim) {
        if (!claim.realm().equals(realm)) {
            throw new Disbelieved("it is for the realm " + claim.realm() + ", not " + realm);
        }
        TrustStore key = key(claim.host())
                .orElseThrow(() -> new Disbelieved("the host is not enrolled here: see 'publisher hosts'"));
        return verifier.verify(arrived.message(), key, Codec::readHostMessage);
    }

    private Optional<TrustStore> key(HostName host) {
        if (keys.of(host).isEmpty()) {
            learnHosts();
        }
        if (keys.of(host).isEmpty() && store.invitations().find(host).isPresent()) {
            awaitEnrolment(host);
        }
        return keys.of(host);
    }

    /** A host introduces itself before it answers, but by another queue: its answer may be met first. */
    private void awaitEnrolment(HostName host) {
        if (!listening) {
            inbox.drainEnrolments(this::receive);
            return;
        }
        long end = System.nanoTime() + OTHER_QUEUE.toNanos();
        try {
            for (long left = end - System.nanoTime();
                    left > 0 && keys.of(host).isEmpty();
                    left = end - System.nanoTime()) {
                wait(1 + left / 1_000_000); // meanwhile the other thread takes enrolments in
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(Optional<HostMessage> claim, String host, String reason) {
        store.results()
                .refuse(new RefusedAnswer(
                        claim.filter(Result.class::isInstance).map(message -> ((Result) message).job()),
                        host,
                        reason,
                        clock.instant()));
    }

    @Override
    public void close() {
        inbox.close();
        poster.close();
    }
}
