package org.labcast.publisher.collect;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.labcast.model.Bytes;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.host.HostRecord;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Hosts;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The administrators' records of hosts on the broker, one a host. A record without certificate says that the host was
 * taken out. The youngest word counts, whatever the broker shows again.
 */
final class Directory {
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final String NONE = "";

    private final Realm realm;
    private final Hosts hosts;
    private final MessageVerifier verifier;
    private final Browser browser;
    private final DurableSender sender;
    private final Supplier<Signer> signer;

    Directory(
            Realm realm,
            Hosts hosts,
            MessageVerifier verifier,
            Browser browser,
            DurableSender sender,
            Supplier<Signer> signer) {
        this.realm = realm;
        this.hosts = hosts;
        this.verifier = verifier;
        this.browser = browser;
        this.sender = sender;
        this.signer = signer;
    }

    void publish(EnrolledHost host) {
        post(new HostRecord(realm, host.host(), host.certificate(), host.groups()));
    }

    void withdraw(HostName host) {
        post(new HostRecord(realm, host, NONE, new TreeSet<>()));
    }

    private void post(HostRecord host) {
        Bytes payload = Codec.encode(host);
        SignedMessage message = new SignedMessage(payload, signer.get().sign(payload));
        sender.post(List.of(OutboundMessage.toQueue(Addresses.DIRECTORY, message)
                .replacing(host.host().value())));
    }

    /** Learns what other administrators say. */
    void learn(TrustStore administrators) {
        for (SignedMessage message : browser.browse(Addresses.DIRECTORY)) {
            try {
                if (isNews(MessageVerifier.claim(message, Codec::readHostRecord))) {
                    take(verifier.verify(message, administrators, Codec::readHostRecord));
                }
            } catch (RejectedMessage e) {
                LOG.info("an entry of the directory was passed over: {}", e.getMessage());
            }
        }
    }

    /**
     * Most records say what is known already: that need not be verified each time. That a host was taken out is worth
     * knowing even of one that was not known, because an older record may be shown again.
     */
    private boolean isNews(HostRecord claim) {
        Optional<String> known = hosts.enrolled(claim.host()).map(EnrolledHost::certificate);
        return claim.realm().equals(realm) && !known.equals(Optional.of(claim.certificate()));
    }

    private void take(Verified<HostRecord> read) {
        HostRecord host = read.value();
        if (host.certificate().equals(NONE)) {
            hosts.withdraw(host.host(), read.signedAt());
        } else {
            hosts.enrol(new EnrolledHost(
                    host.host(),
                    host.certificate(),
                    HostKeys.certificate(host.certificate()).fingerprint(),
                    host.groups(),
                    read.signer(),
                    read.signedAt()));
        }
    }
}
