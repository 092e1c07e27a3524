package org.labcast.publisher.collect;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.labcast.model.Fingerprint;
import org.labcast.model.HostRecord;
import org.labcast.model.LabcastException;
import org.labcast.model.Presence;
import org.labcast.model.Realm;
import org.labcast.publisher.store.EnrolledHost;
import org.labcast.publisher.store.Hosts;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker's two lists of hosts, read into the store as far as they are signed by the right keys. */
public final class Directory {
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private final Realm realm;
    private final Hosts hosts;
    private final MessageVerifier verifier;
    private final Browser browser;
    private final Clock clock;

    Directory(Realm realm, Hosts hosts, MessageVerifier verifier, Browser browser, Clock clock) {
        this.realm = realm;
        this.hosts = hosts;
        this.verifier = verifier;
        this.browser = browser;
        this.clock = clock;
    }

    /** Learns hosts that other administrators have taken in. */
    void learnHosts(TrustStore administrators) {
        for (SignedMessage message : browser.browse(Addresses.DIRECTORY)) {
            try {
                Verified<HostRecord> read =
                        verifier.verify(message, administrators).map(Codec::readHostRecord);
                HostRecord host = read.value();
                if (host.realm().equals(realm) && hosts.enrolled(host.host()).isEmpty()) {
                    hosts.enrol(enrolled(host, read.signer()));
                }
            } catch (LabcastException e) {
                LOG.info("an entry of the directory was passed over: {}", e.getMessage());
            }
        }
    }

    private EnrolledHost enrolled(HostRecord host, Fingerprint by) {
        Fingerprint key = HostKeys.certificates(host.certificate()).get(0).fingerprint();
        return new EnrolledHost(host.host(), host.certificate(), key, host.groups(), by, clock.instant());
    }

    /** Notes which hosts are there and what they say of themselves. */
    void notePresence(HostKeys keys) {
        List<Verified<Presence>> present = new ArrayList<>();
        for (SignedMessage message : browser.browse(Addresses.HOSTS)) {
            try {
                // Read once to learn whose key must have signed it; believed only as the verified copy.
                Presence claim = Codec.readPresence(message.payload());
                TrustStore key = keys.of(claim.host())
                        .orElseThrow(() -> new LabcastException(claim.host() + " is not enrolled"));
                if (claim.realm().equals(realm)) {
                    present.add(verifier.verify(message, key).map(Codec::readPresence));
                }
            } catch (LabcastException e) {
                LOG.warn("an entry of the list of hosts is not believed: {}", e.getMessage());
            }
        }
        hosts.seen(present);
    }
}
