package org.labcast.transport.pgp;

import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/** Makes detached signatures that {@link SignatureVerifier} accepts. */
public interface Signer {
    /** The primary key's, also when a subkey signs. */
    Fingerprint fingerprint();

    /** @return a binary detached version 4 or 6 signature over exactly these bytes */
    Bytes sign(Bytes payload);
}
