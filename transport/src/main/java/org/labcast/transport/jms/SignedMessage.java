package org.labcast.transport.jms;

import org.labcast.model.Bytes;

/**
 * What travels: a payload and the detached signature over exactly those bytes; neither has been checked.
 *
 * <p>On the wire: a bytes message whose body is the payload, with the signature as base64 in the string property
 * {@value #SIGNATURE_PROPERTY}.
 */
public record SignedMessage(Bytes payload, Bytes signature) {
    static final String SIGNATURE_PROPERTY = "labcast_signature";
}
