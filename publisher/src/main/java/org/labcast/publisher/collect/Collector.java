package org.labcast.publisher.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labcast.model.Alert;
import org.labcast.model.HostMessage;
import org.labcast.model.HostName;
import org.labcast.model.LabcastException;
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
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.SignaturePolicy;
import org.labcast.transport.pgp.SignatureVerifier;
import org.labcast.transport.pgp.Signer;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verified;

/**
 * Brings what hosts sent into the store: enrolments, results and alerts. A message is forgotten by the broker only when
 * the store has it; what is not signed by the host that it claims to come from leaves a trace and nothing else.
 */
public final class Collector implements AutoCloseable {
    private final Realm realm;
    private final PublisherName name;
    private final Store store;
    private final TrustStore administrators;
    private final Clock clock;
    private final MessageVerifier verifier;
    private final HostKeys keys;
    private final Browser browser;
    private final Directory directory;
    private final Poster poster;
    private final Enroller enroller;
    private final ResultInbox inbox;

    /** @param store used by this collector's threads alone */
    public Collector(Realm realm, BusConnection connection, Store store, Administrator administrator, Clock clock) {
        this.realm = realm;
        this.name = administrator.name();
        this.store = store;
        this.administrators = administrator.trusted();
        this.clock = clock;
        this.verifier = new MessageVerifier(new SignatureVerifier(clock, SignaturePolicy.standard()));
        this.keys = new HostKeys(store.hosts());
        this.browser = new Browser(connection);
        this.directory = new Directory(realm, store.hosts(), verifier, browser, clock);
        this.poster = new Poster(connection, clock);
        this.enroller = new Enroller(realm, store.invitations(), verifier, administrator.signer(), poster, clock);
        this.inbox = ResultInbox.open(connection, name);
    }

    /**
     * Who collects.
     *
     * @param trusted keys of all administrators whose word for a host is believed
     */
    public record Administrator(PublisherName name, Signer signer, TrustStore trusted) {}

    /** Takes in all that waits on the broker; returns how many messages that was. */
    public int drain() {
        return inbox.drain(this::receive);
    }

    /** Takes in whatever comes from now on, in a thread of its own; {@code changed} is told after each batch. */
    public void listen(Runnable changed) {
        inbox.listen(batch -> {
            receive(batch);
            changed.run();
        });
    }

    /** Reads the lists of hosts on the broker into the store. Not while listening. */
    public void refreshHosts() {
        directory.learnHosts(administrators);
        directory.notePresence(keys);
    }

    private void receive(List<Incoming> batch) {
        List<Verified<Result>> results = new ArrayList<>();
        for (Incoming incoming : batch) {
            if (incoming.address().equals(Addresses.enrolments(name))) {
                enroller.take(incoming);
                keys.forget();
            } else if (incoming instanceof Incoming.Arrived arrived) {
                believe(arrived, results);
            } else if (incoming instanceof Incoming.Malformed malformed) {
                refuse(Optional.empty(), malformed.sender(), malformed.problem());
            }
        }
        store.results().record(results);
    }

    private void believe(Incoming.Arrived arrived, List<Verified<Result>> results) {
        HostMessage claim;
        try {
            // Read once to learn whose key must have signed it; believed only as the verified copy.
            claim = Codec.readHostMessage(arrived.message().payload());
        } catch (LabcastException e) {
            refuse(Optional.empty(), arrived.sender(), e.getMessage());
            return;
        }
        try {
            Verified<HostMessage> message = verify(arrived.message(), claim);
            if (message.value() instanceof Result) {
                results.add(message.map(Result.class::cast));
            } else {
                store.alerts().record(message.map(Alert.class::cast));
            }
        } catch (LabcastException e) {
            refuse(Optional.of(claim), claim.host().value(), e.getMessage());
        }
    }

    private Verified<HostMessage> verify(SignedMessage message, HostMessage claim) {
        if (!claim.realm().equals(realm)) {
            throw new LabcastException("it is for the realm " + claim.realm() + ", not " + realm);
        }
        TrustStore key = key(claim.host())
                .orElseThrow(() -> new LabcastException("the host is not enrolled here: see 'publisher hosts'"));
        return verifier.verify(message, key).map(Codec::readHostMessage);
    }

    /** A host may answer before its enrolment, or another administrator's record of it, has been read. */
    private Optional<TrustStore> key(HostName host) {
        Optional<TrustStore> known = keys.of(host);
        if (known.isPresent()) {
            return known;
        }
        if (store.invitations().find(host).isPresent()) {
            browser.browse(Addresses.enrolments(name)).forEach(enroller::take);
        } else {
            directory.learnHosts(administrators);
        }
        return keys.of(host);
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
