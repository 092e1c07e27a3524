package org.labcast.agent.link;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.labcast.agent.core.HostIdentity;
import org.labcast.agent.core.HostSecret;
import org.labcast.model.Bytes;
import org.labcast.model.OrderId;
import org.labcast.model.PublisherName;
import org.labcast.model.result.Alert;
import org.labcast.model.result.Refusal;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.BusConnection;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.DurableSender;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the administrator, once a day, that two machines have this host's identity: this one cannot take jobs. */
public final class DuplicateHostAlert {
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateHostAlert.class);

    private final HostIdentity identity;
    private final PublisherName publisher;
    private final Signer signer;
    private final HostSecret secret;
    private final Clock clock;

    public DuplicateHostAlert(
            HostIdentity identity, PublisherName publisher, Signer signer, HostSecret secret, Clock clock) {
        this.identity = identity;
        this.publisher = publisher;
        this.signer = signer;
        this.secret = secret;
        this.clock = clock;
    }

    /** Sends it over a connection that has no queues of this host; the broker drops a second one of the same day. */
    public void send(BusConnection connection) {
        Instant now = clock.instant();
        Bytes payload = Codec.write(new Alert(
                identity.realm(),
                identity.host(),
                OrderId.random(),
                now,
                Refusal.IDENTITY_IN_USE,
                "a second machine has the key of " + identity.host() + " and was kept out while the first is connected",
                ""));
        try (DurableSender sender = new DurableSender(connection)) {
            sender.post(List.of(OutboundMessage.toQueue(
                            Addresses.results(publisher), new SignedMessage(payload, signer.sign(payload)))
                    .withDuplicateId(
                            secret.nameOf("twin/" + now.atZone(ZoneOffset.UTC).toLocalDate()))));
        } catch (BusException e) {
            LOG.warn("The administrator could not be told of the other machine: {}", e.getMessage());
        }
    }
}
