package org.labcast.agent.link;

import java.time.Duration;
import java.util.List;
import org.labcast.agent.core.ChangeSignal;
import org.labcast.agent.core.HostSecret;
import org.labcast.agent.outbox.BrokerSender;
import org.labcast.model.Bytes;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews this host's leased entry as long as there is a way to the broker. */
public final class PresencePublisher implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PresencePublisher.class);

    private final PresenceWriter presence;
    private final BrokerSender broker;
    private final Signer signer;
    private final String key;
    private final Duration interval;
    private final ChangeSignal signal = new ChangeSignal();
    private volatile boolean stopped;

    /** @param secret of which the entry's key is made, so that no other host can overwrite it */
    public PresencePublisher(
            PresenceWriter presence, BrokerSender broker, Signer signer, HostSecret secret, Duration interval) {
        this.presence = presence;
        this.broker = broker;
        this.signer = signer;
        this.key = secret.nameOf("presence");
        this.interval = interval;
    }

    /** Renews the entry now, not at its next turn. */
    public void renew() {
        signal.ring();
    }

    @Override
    public void run() {
        while (!stopped) {
            long rings = signal.rings();
            post(false);
            signal.await(rings, interval);
        }
        post(true);
    }

    /** Says that this host is leaving, and ends. */
    public void stop() {
        stopped = true;
        signal.ring();
    }

    private void post(boolean leaving) {
        broker.sender().ifPresent(sender -> {
            try {
                Bytes payload = Codec.encode(presence.write(leaving));
                SignedMessage message = new SignedMessage(payload, signer.sign(payload));
                sender.post(List.of(
                        OutboundMessage.toQueue(Addresses.HOSTS, message).replacing(key)));
            } catch (BusException e) {
                // A broken connection is noticed elsewhere, and the entry comes back with the next one.
                LOG.debug("presence not renewed: {}", e.getMessage());
            }
        });
    }
}
