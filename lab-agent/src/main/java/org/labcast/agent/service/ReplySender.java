package org.labcast.agent.service;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.labcast.model.Bytes;
import org.labcast.model.service.ServiceReply;
import org.labcast.transport.jms.BusException;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.json.Codec;
import org.labcast.transport.pgp.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said to one caller. Any thread may use it. */
final class ReplySender {
    private static final Logger LOG = LoggerFactory.getLogger(ReplySender.class);

    private final BiConsumer<String, SignedMessage> courier;
    private final Signer signer;
    private final String address;
    private volatile long lastSaid = System.nanoTime();
    private volatile boolean broken;

    /** @param courier takes a message to an address, or throws a {@link BusException} */
    ReplySender(BiConsumer<String, SignedMessage> courier, Signer signer, String address) {
        this.courier = courier;
        this.signer = signer;
        this.address = address;
    }

    /** @return whether the broker has taken it; after the first that it did not take, nothing more is sent */
    boolean say(ServiceReply reply) {
        if (broken) {
            return false;
        }
        Bytes payload = Codec.write(reply);
        try {
            courier.accept(address, new SignedMessage(payload, signer.sign(payload)));
            lastSaid = System.nanoTime();
        } catch (BusException e) {
            LOG.debug("a caller is not reached: {}", e.getMessage());
            broken = true;
        }
        return !broken;
    }

    boolean silentFor(Duration time) {
        return System.nanoTime() - lastSaid >= time.toNanos();
    }
}
