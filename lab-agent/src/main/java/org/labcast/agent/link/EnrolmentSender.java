package org.labcast.agent.link;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.labcast.agent.conf.AgentPaths;
import org.labcast.agent.core.AgentException;
import org.labcast.agent.core.FileFault;
import org.labcast.agent.core.PrivateFiles;
import org.labcast.agent.outbox.BrokerSender;
import org.labcast.model.Bytes;
import org.labcast.model.PublisherName;
import org.labcast.transport.jms.Addresses;
import org.labcast.transport.jms.OutboundMessage;
import org.labcast.transport.jms.SignedMessage;
import org.labcast.transport.pgp.Signer;

/** Sends the enrolment that {@code join} has left, once. */
public final class EnrolmentSender {
    private final AgentPaths paths;
    private final Signer signer;
    private final PublisherName publisher;

    public EnrolmentSender(AgentPaths paths, Signer signer, PublisherName publisher) {
        this.paths = paths;
        this.signer = signer;
        this.publisher = publisher;
    }

    /**
     * Sends it if it has not been sent; a second copy, should the first one's confirmation be lost, does no harm.
     *
     * @return whether it was sent now
     */
    public boolean send(BrokerSender.Sender sender) {
        if (!Files.exists(paths.enrolment())) {
            return false;
        }
        Bytes payload = PrivateFiles.read(paths.enrolment());
        SignedMessage message = new SignedMessage(payload, signer.sign(payload));
        sender.post(List.of(OutboundMessage.toQueue(Addresses.enrolments(publisher), message)
                // Nobody can guess it: what the digest is of holds the invitation's token.
                .withDuplicateId("enrolment/" + payload.sha256())));
        try {
            Files.delete(paths.enrolment());
        } catch (IOException e) {
            throw new AgentException(
                    "Cannot remove " + paths.enrolment() + ": " + FileFault.of(e) + "; remove it by hand.", e);
        }
        return true;
    }
}
