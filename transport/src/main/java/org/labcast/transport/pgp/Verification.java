package org.labcast.transport.pgp;

import org.labcast.model.Bytes;

/** What the verifier decided. */
public sealed interface Verification {
    /** Signed by a trusted key; the payload is the very bytes that were signed. */
    record Accepted(Verified<Bytes> payload) implements Verification {}

    /** @param explanation one sentence for the person who reads the log */
    record Refused(RejectionReason reason, String explanation) implements Verification {}
}
