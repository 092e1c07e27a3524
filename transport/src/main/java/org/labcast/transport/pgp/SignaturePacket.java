package org.labcast.transport.pgp;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/**
 * A version 4 or 6 signature packet, taken apart but not yet believed.
 *
 * @param hash empty for an algorithm that we cannot compute
 * @param hashedPart the bytes from the version to the end of the hashed subpackets, as they are hashed
 * @param prefix the stated first two bytes of the digest
 * @param salt empty in version 4
 * @param value the algorithm's numbers, still encoded
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.2.3">RFC 9580, section 5.2.3</a>
 */
record SignaturePacket(
        int version,
        int type,
        int keyAlgorithm,
        Optional<HashAlgorithm> hash,
        Subpackets hashed,
        Subpackets unhashed,
        Bytes hashedPart,
        Bytes prefix,
        Bytes salt,
        Bytes value) {

    static final int BINARY_DOCUMENT = 0x00;
    static final int FIRST_CERTIFICATION = 0x10;
    static final int LAST_CERTIFICATION = 0x13;
    static final int SUBKEY_BINDING = 0x18;
    static final int PRIMARY_KEY_BINDING = 0x19;
    static final int DIRECT_KEY = 0x1f;
    static final int KEY_REVOCATION = 0x20;
    static final int SUBKEY_REVOCATION = 0x28;
    static final int CERTIFICATION_REVOCATION = 0x30;

    static SignaturePacket read(Bytes body) {
        Octets octets = new Octets(body);
        int version = octets.u8();
        if (version != 4 && version != 6) {
            throw new MalformedException("signatures of version " + version + " are not accepted, only 4 and 6");
        }
        int type = octets.u8();
        int keyAlgorithm = octets.u8();
        Optional<HashAlgorithm> hash = HashAlgorithm.of(octets.u8());
        Subpackets hashed = Subpackets.read(octets.take(areaLength(version, octets)));
        Bytes hashedPart = octets.since(0);
        Subpackets unhashed = Subpackets.read(octets.take(areaLength(version, octets)));
        Bytes prefix = octets.take(2);
        Bytes salt = version == 6 ? octets.take(octets.u8()) : Bytes.EMPTY;
        if (version == 6 && hash.isPresent() && salt.size() != hash.get().saltSize()) {
            throw new MalformedException(
                    "the signature's salt has " + salt.size() + " bytes, which is wrong for its hash");
        }
        return new SignaturePacket(
                version, type, keyAlgorithm, hash, hashed, unhashed, hashedPart, prefix, salt, octets.rest());
    }

    private static long areaLength(int version, Octets octets) {
        return version == 6 ? octets.u32() : octets.u16();
    }

    /** Seconds since 1970, from the hashed area only. */
    Optional<Long> created() {
        return hashed.seconds(Subpackets.CREATED);
    }

    /** Does a stated expiration time lie at or before {@code time} (seconds since 1970)? */
    boolean expiredAt(long time) {
        long after = hashed.seconds(Subpackets.EXPIRES_AFTER).orElse(0L);
        return after != 0 && created().orElse(0L) + after <= time;
    }

    /** The signing key's fingerprint, from the hashed area only. */
    Optional<Fingerprint> issuer() {
        return hashed.single(Subpackets.ISSUER_FINGERPRINT).map(SignaturePacket::fingerprint);
    }

    /** Does everything it says about its signer, hashed or not, fit this key? Saying nothing fits. */
    boolean mayBeFrom(KeyPacket key) {
        return areas().flatMap(a -> a.bodies(Subpackets.ISSUER_FINGERPRINT).stream())
                        .allMatch(body -> fingerprint(body).equals(key.fingerprint()))
                && areas().flatMap(a -> a.bodies(Subpackets.ISSUER_KEY_ID).stream())
                        .allMatch(key.keyId()::equals);
    }

    List<SignaturePacket> embedded() {
        return areas().flatMap(a -> a.bodies(Subpackets.EMBEDDED_SIGNATURE).stream())
                .map(SignaturePacket::read)
                .toList();
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.2.3.23">RFC 9580, section 5.2.3.23</a> */
    Stream<Fingerprint> designatedRevokers() {
        return hashed.bodies(Subpackets.REVOCATION_KEY).stream()
                .filter(body -> body.size() == 22)
                .map(body -> HexFormat.of().withUpperCase().formatHex(body.toArray(), 2, 22))
                .map(Fingerprint::new);
    }

    boolean isCertification() {
        return type >= FIRST_CERTIFICATION && type <= LAST_CERTIFICATION;
    }

    /** A revocation for no reason, an unknown one or a compromise also counts for the time before it was made. */
    boolean isHardRevocation() {
        int reason = hashed.bodies(Subpackets.REVOCATION_REASON).stream()
                .filter(body -> !body.isEmpty())
                .mapToInt(body -> new Octets(body).u8())
                .findFirst()
                .orElse(0);
        return reason != 1 && reason != 3 && reason != 32;
    }

    /** The digest that was signed, given what writes the signed object into it. */
    byte[] digest(HashAlgorithm algorithm, Consumer<MessageDigest> object) {
        MessageDigest digest = algorithm.digest();
        digest.update(salt.toArray());
        object.accept(digest);
        digest.update(hashedPart.toArray());
        digest.update((byte) version);
        digest.update((byte) 0xff);
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (hashedPart.size() >> shift));
        }
        return digest.digest();
    }

    private Stream<Subpackets> areas() {
        return Stream.of(hashed, unhashed);
    }

    private static Fingerprint fingerprint(Bytes body) {
        Octets octets = new Octets(body);
        int version = octets.u8();
        byte[] value = octets.rest().toArray();
        if (!(version == 4 && value.length == 20) && !(version == 6 && value.length == 32)) {
            throw new MalformedException("the signature's issuer fingerprint is not one of version 4 or 6");
        }
        return new Fingerprint(HexFormat.of().withUpperCase().formatHex(value));
    }
}
