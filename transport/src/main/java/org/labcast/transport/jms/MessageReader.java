package org.labcast.transport.jms;

import java.util.Base64;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.core.client.impl.ClientLargeMessageImpl;
import org.jspecify.annotations.Nullable;
import org.labcast.model.Bytes;

/**
 * Makes an {@link Incoming} of a message without loading more than the limits allow. It works on the core message:
 * the library's Jakarta message would load a body of any size, or unpack it, before anyone could look at it.
 */
final class MessageReader {
    private final Limits limits;

    MessageReader(Limits limits) {
        this.limits = limits;
    }

    Incoming read(ClientMessage message) throws ActiveMQException {
        String address = Objects.requireNonNullElse(message.getAddress(), "");
        String sender = Objects.requireNonNullElse(text(message, Message.HDR_VALIDATED_USER.toString()), "");
        String signature = text(message, SignedMessage.SIGNATURE_PROPERTY);
        if (message.getType() != Message.BYTES_TYPE) {
            return new Incoming.Malformed("not a bytes message", address, sender);
        }
        if (message.containsProperty(Message.HDR_LARGE_COMPRESSED)) {
            return new Incoming.Malformed("a compressed message", address, sender);
        }
        if (size(message) > limits.payload()) {
            return new Incoming.Malformed(
                    "a payload of " + size(message) + " bytes, more than " + limits.payload(), address, sender);
        }
        if (signature == null || signature.length() > limits.signature()) {
            return new Incoming.Malformed(
                    signature == null
                            ? "no signature"
                            : "a signature longer than " + limits.signature() + " characters",
                    address,
                    sender);
        }
        return decoded(message, signature, address, sender);
    }

    private static Incoming decoded(ClientMessage message, String signature, String address, String sender) {
        byte[] signatureBytes;
        try {
            signatureBytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new Incoming.Malformed("a signature that is not base64", address, sender);
        }
        byte[] payload = new byte[message.getBodyBuffer().readableBytes()];
        message.getBodyBuffer().readBytes(payload);
        return new Incoming.Arrived(new SignedMessage(Bytes.of(payload), Bytes.of(signatureBytes)), address, sender);
    }

    private static long size(ClientMessage message) {
        return message instanceof ClientLargeMessageImpl large
                ? large.getLargeMessageSize()
                : message.getBodyBuffer().readableBytes();
    }

    private static @Nullable String text(ClientMessage message, String property) {
        Object value = message.getObjectProperty(property);
        return value == null ? null : value.toString();
    }
}
