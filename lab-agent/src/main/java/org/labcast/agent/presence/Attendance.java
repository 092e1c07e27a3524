package org.labcast.agent.presence;

import java.time.Duration;
import java.util.List;
import org.labcast.agent.HostSecret;
import org.labcast.agent.ledger.Bell;
import org.labcast.agent.outbox.Uplink;
import org.labcast.model.Bytes;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Posting;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews this host's leased entry as long as there is a way to the broker. */
public final class Attendance implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final PresenceWriter presence;
    private final Uplink uplink;
    private final Signer signer;
    private final String key;
    private final Duration interval;
    private final Bell bell = new Bell();
    private volatile boolean stopped;

    /** @param secret of which the entry's key is made, so that no other host can overwrite it */
    public Attendance(PresenceWriter presence, Uplink uplink, Signer signer, HostSecret secret, Duration interval) {
        this.presence = presence;
        this.uplink = uplink;
        this.signer = signer;
        this.key = secret.nameOf("presence");
        this.interval = interval;
    }

    /** Renews the entry now, not at its next turn. */
    public void renew() {
        bell.ring();
    }

    @Override
    public void run() {
        while (!stopped) {
            long rings = bell.rings();
            post(false);
            bell.await(rings, interval);
        }
        post(true);
    }

    /** Says that this host is leaving, and ends. */
    public void stop() {
        stopped = true;
        bell.ring();
    }

    private void post(boolean leaving) {
        uplink.sender().ifPresent(sender -> {
            try {
                Bytes payload = Codec.encode(presence.write(leaving));
                SignedMessage message = new SignedMessage(payload, signer.sign(payload));
                sender.post(List.of(Posting.toQueue(Addresses.HOSTS, message).replacing(key)));
            } catch (BusException e) {
                // A broken connection is noticed elsewhere, and the entry comes back with the next one.
                LOG.debug("presence not renewed: {}", e.getMessage());
            }
        });
    }
}
