package org.labcast.transport.pgp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/**
 * A public primary key or subkey of version 4 or 6.
 *
 * @param created seconds since 1970
 * @param algorithm the OpenPGP number of its public-key algorithm
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.5.2">RFC 9580, section 5.5.2</a>
 */
record KeyPacket(int version, long created, int algorithm, KeyMaterial material, Fingerprint fingerprint, Bytes body) {

    static KeyPacket read(Bytes body) {
        Octets octets = new Octets(body);
        int version = octets.u8();
        if (version != 4 && version != 6) {
            throw new MalformedException("keys of version " + version + " are not accepted, only 4 and 6");
        }
        long created = octets.u32();
        int algorithm = octets.u8();
        Bytes material = version == 6 ? octets.take(octets.u32()) : octets.rest();
        octets.end("the key");
        return new KeyPacket(
                version,
                created,
                algorithm,
                KeyMaterial.read(version, algorithm, material),
                fingerprintOf(version, body),
                body);
    }

    private static Fingerprint fingerprintOf(int version, Bytes body) {
        MessageDigest digest = (version == 6 ? HashAlgorithm.SHA256 : HashAlgorithm.SHA1).digest();
        writeTo(digest, version, body);
        return new Fingerprint(HexFormat.of().withUpperCase().formatHex(digest.digest()));
    }

    /** Writes the key as it is signed and fingerprinted. */
    void writeTo(MessageDigest digest) {
        writeTo(digest, version, body);
    }

    private static void writeTo(MessageDigest digest, int version, Bytes body) {
        int size = body.size();
        if (version == 6) {
            digest.update(new byte[] {(byte) 0x9b, (byte) (size >> 24), (byte) (size >> 16)});
        } else {
            digest.update((byte) 0x99);
        }
        digest.update(new byte[] {(byte) (size >> 8), (byte) size});
        digest.update(body.toArray());
    }

    /** Eight bytes: the end of a version 4 fingerprint, the beginning of a version 6 one. */
    Bytes keyId() {
        byte[] all = HexFormat.of().parseHex(fingerprint.value());
        int from = version == 6 ? 0 : all.length - 8;
        return Bytes.of(Arrays.copyOfRange(all, from, from + 8));
    }
}
