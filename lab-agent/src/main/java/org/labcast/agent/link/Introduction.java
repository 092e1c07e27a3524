package org.labcast.agent.link;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.labcast.agent.AgentException;
import org.labcast.agent.FileFault;
import org.labcast.agent.conf.Places;
import org.labcast.agent.conf.PrivateFiles;
import org.labcast.agent.outbox.Uplink;
import org.labcast.model.Bytes;
import org.labcast.model.PublisherName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.Posting;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.pgp.Signer;

/** Sends the enrolment that {@code join} has left, once. */
public final class Introduction {
    private final Places places;
    private final Signer signer;
    private final PublisherName publisher;

    public Introduction(Places places, Signer signer, PublisherName publisher) {
        this.places = places;
        this.signer = signer;
        this.publisher = publisher;
    }

    /**
     * Sends it if it has not been sent; a second copy, should the first one's confirmation be lost, does no harm.
     *
     * @return whether it was sent now
     */
    public boolean send(Uplink.Sender sender) {
        if (!Files.exists(places.enrolment())) {
            return false;
        }
        Bytes payload = PrivateFiles.read(places.enrolment());
        SignedMessage message = new SignedMessage(payload, signer.sign(payload));
        sender.post(List.of(Posting.toQueue(Addresses.enrolments(publisher), message)
                // Nobody can guess it: what the digest is of holds the invitation's token.
                .withDuplicateId("enrolment/" + payload.sha256())));
        try {
            Files.delete(places.enrolment());
        } catch (IOException e) {
            throw new AgentException(
                    "Cannot remove " + places.enrolment() + ": " + FileFault.of(e) + "; remove it by hand.", e);
        }
        return true;
    }
}
