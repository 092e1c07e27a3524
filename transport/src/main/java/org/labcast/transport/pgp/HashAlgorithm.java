package org.labcast.transport.pgp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/**
 * Hash algorithms by their OpenPGP number. Which of them are believed is up to {@link SignaturePolicy}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-9.5">RFC 9580, section 9.5</a>
 */
public enum HashAlgorithm {
    MD5(1, "MD5", "1.2.840.113549.2.5", 0),
    SHA1(2, "SHA-1", "1.3.14.3.2.26", 0),
    SHA256(8, "SHA-256", "2.16.840.1.101.3.4.2.1", 16),
    SHA384(9, "SHA-384", "2.16.840.1.101.3.4.2.2", 24),
    SHA512(10, "SHA-512", "2.16.840.1.101.3.4.2.3", 32),
    SHA224(11, "SHA-224", "2.16.840.1.101.3.4.2.4", 16),
    SHA3_256(12, "SHA3-256", "2.16.840.1.101.3.4.2.8", 16),
    SHA3_512(14, "SHA3-512", "2.16.840.1.101.3.4.2.10", 32);

    private final int id;
    private final String title;
    private final String oid;
    private final int saltSize;

    HashAlgorithm(int id, String title, String oid, int saltSize) {
        this.id = id;
        this.title = title;
        this.oid = oid;
        this.saltSize = saltSize;
    }

    static Optional<HashAlgorithm> of(int id) {
        return Arrays.stream(values()).filter(h -> h.id == id).findFirst();
    }

    ASN1ObjectIdentifier oid() {
        return new ASN1ObjectIdentifier(oid);
    }

    /** Bytes of salt in a version 6 signature. */
    int saltSize() {
        return saltSize;
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(title);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every supported Java runtime has " + title, e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
