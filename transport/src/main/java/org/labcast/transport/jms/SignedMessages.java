package org.labcast.transport.jms;

import java.util.Base64;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/** Writes a signed message as {@link MessageReader} reads it. */
final class SignedMessages {
    private SignedMessages() {}

    static void write(SignedMessage signed, ClientMessage message) {
        message.writeBodyBufferBytes(signed.payload().toArray());
        message.putStringProperty(
                SignedMessage.SIGNATURE_PROPERTY,
                Base64.getEncoder().encodeToString(signed.signature().toArray()));
    }
}
