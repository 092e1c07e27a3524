package org.labcast.agent.link;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.labcast.agent.HostSecret;
import org.labcast.agent.Self;
import org.labcast.model.Alert;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.Refusal;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.Poster;
import org.labcast.transport.jms.Posting;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the administrator, once a day, that two machines have this host's identity: this one cannot take jobs. */
public final class TwinNotice {
    private static final Logger LOG = LoggerFactory.getLogger(TwinNotice.class);

    private final Self self;
    private final PublisherName publisher;
    private final Signer signer;
    private final HostSecret secret;
    private final Clock clock;

    public TwinNotice(Self self, PublisherName publisher, Signer signer, HostSecret secret, Clock clock) {
        this.self = self;
        this.publisher = publisher;
        this.signer = signer;
        this.secret = secret;
        this.clock = clock;
    }

    /** Sends it over a connection that has no queues of this host; the broker drops a second one of the same day. */
    public void send(BusConnection connection) {
        Instant now = clock.instant();
        Bytes payload = Codec.write(new Alert(
                self.realm(),
                self.host(),
                OrderId.random(),
                now,
                Refusal.IDENTITY_IN_USE,
                "a second machine has the key of " + self.host() + " and was kept out while the first is connected",
                ""));
        try (Poster poster = new Poster(connection)) {
            poster.post(List.of(
                    Posting.toQueue(Addresses.results(publisher), new SignedMessage(payload, signer.sign(payload)))
                            .withDuplicateId(secret.nameOf(
                                    "twin/" + now.atZone(ZoneOffset.UTC).toLocalDate()))));
        } catch (BusException e) {
            LOG.warn("The administrator could not be told of the other machine: {}", e.getMessage());
        }
    }
}
