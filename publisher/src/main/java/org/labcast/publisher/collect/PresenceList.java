package org.labcast.publisher.collect;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.host.Presence;
import org.labcast.publisher.store.Hosts;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Browser;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.TrustStore;
import org.labcast.transport.pgp.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which hosts are there and what they say of themselves: entries that hosts lease on the broker. */
final class PresenceList {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceList.class);

    private final Realm realm;
    private final Hosts hosts;
    private final HostKeys keys;
    private final MessageVerifier verifier;
    private final Browser browser;

    PresenceList(Realm realm, Hosts hosts, HostKeys keys, MessageVerifier verifier, Browser browser) {
        this.realm = realm;
        this.hosts = hosts;
        this.keys = keys;
        this.verifier = verifier;
        this.browser = browser;
    }

    /** Reads it into the store, as far as each entry is signed by the host that it is about. */
    void read() {
        List<Verified<Presence>> present = new ArrayList<>();
        for (SignedMessage message : browser.browse(Addresses.HOSTS)) {
            try {
                present.add(verified(message));
            } catch (NotEnrolled e) {
                LOG.info("{}", e.getMessage());
            } catch (RejectedMessage e) {
                LOG.warn("An entry of the list of hosts is not believed: {}.", e.getMessage());
            }
        }
        hosts.seen(present);
    }

    /** Its entry stays on the broker for a while after a host was removed, and comes before its introduction. */
    private static final class NotEnrolled extends Exception {
        NotEnrolled(HostName host) {
            super("Ignoring " + host + ": it was removed, or has not joined yet.");
        }
    }

    private Verified<Presence> verified(SignedMessage message) throws NotEnrolled {
        Presence claim = MessageVerifier.claim(message, Codec::readPresence);
        if (!claim.realm().equals(realm)) {
            throw new RejectedMessage(claim.host() + " is of the realm " + claim.realm());
        }
        TrustStore key = keys.of(claim.host()).orElseThrow(() -> new NotEnrolled(claim.host()));
        return verifier.verify(message, key, Codec::readPresence);
    }
}
