package org.labcast.transport.pgp;

import java.time.Instant;
import java.util.function.Function;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/** Something that a trusted key signed. Only {@link SignatureVerifier} makes one, so whoever takes this type cannot forget to check. */
public final class Verified<T> {
    private final T value;
    private final Fingerprint signer;
    private final String digest;
    private final Instant signedAt;

    private Verified(T value, Fingerprint signer, String digest, Instant signedAt) {
        this.value = value;
        this.signer = signer;
        this.digest = digest;
        this.signedAt = signedAt;
    }

    static Verified<Bytes> of(Bytes payload, Fingerprint signer, Instant signedAt) {
        return new Verified<>(payload, signer, payload.sha256(), signedAt);
    }

    public T value() {
        return value;
    }

    /** The primary key of the certificate, also when a subkey signed. */
    public Fingerprint signer() {
        return signer;
    }

    /** SHA-256 of the signed bytes, 64 lower-case hexadecimal digits. */
    public String digest() {
        return digest;
    }

    /** The creation time that the signature states. */
    public Instant signedAt() {
        return signedAt;
    }

    /** What was made from the signed bytes and nothing else, such as their parsed form. */
    public <R> Verified<R> map(Function<? super T, R> function) {
        return new Verified<>(function.apply(value), signer, digest, signedAt);
    }

    @Override
    public String toString() {
        return value + " signed by " + signer;
    }
}
