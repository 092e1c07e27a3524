package org.labcast.transport.pgp;

import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.number;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** A signature to be made; good unless told otherwise. Its issuer is its key. */
final class ForgedSignature {
    private final int type;
    private final ForgedKey key;
    private Instant created = Forge.KEYS_MADE;
    private HashAlgorithm hash = HashAlgorithm.SHA512;
    private byte[] hashed = new byte[0];
    private byte[] unhashed = new byte[0];
    private boolean bare;
    private boolean wrongPrefix;
    private int saltSize = HashAlgorithm.SHA512.saltSize();

    ForgedSignature(int type, ForgedKey key) {
        this.type = type;
        this.key = key;
    }

    ForgedSignature at(Instant time) {
        created = time;
        return this;
    }

    ForgedSignature hash(HashAlgorithm algorithm) {
        hash = algorithm;
        return this;
    }

    /** Without the usual creation time and issuer. */
    ForgedSignature bare() {
        bare = true;
        return this;
    }

    ForgedSignature wrongPrefix() {
        wrongPrefix = true;
        return this;
    }

    ForgedSignature saltSize(int bytes) {
        saltSize = bytes;
        return this;
    }

    ForgedSignature hashed(int subpacket, byte... body) {
        hashed = concat(hashed, subpacket(subpacket, body));
        return this;
    }

    ForgedSignature unhashed(int subpacket, byte... body) {
        unhashed = concat(unhashed, subpacket(subpacket, body));
        return this;
    }

    ForgedSignature flags(int flags) {
        return hashed(27, (byte) flags);
    }

    ForgedSignature expiresAfter(Duration time) {
        return hashed(3, number(time.toSeconds(), 4));
    }

    ForgedSignature keyExpiresAfter(Duration time) {
        return hashed(9, number(time.toSeconds(), 4));
    }

    ForgedSignature reason(int code) {
        return hashed(29, (byte) code);
    }

    ForgedSignature embed(ForgedSignature signature, ForgedKey primary, ForgedKey subkey) {
        return unhashed(32, Forge.body(signature.overKeys(primary, subkey)));
    }

    private static byte[] subpacket(int type, byte[] body) {
        return concat(new byte[] {(byte) 0xff}, number(body.length + 1, 4), new byte[] {(byte) type}, body);
    }

    static byte[] created(Instant time) {
        return number(time.getEpochSecond(), 4);
    }

    static byte[] fingerprint(ForgedKey key) {
        return concat(
                new byte[] {(byte) key.version()},
                HexFormat.of().parseHex(key.packet().fingerprint().value()));
    }

    byte[] overUserId(ForgedKey primary) {
        return over(concat(primary.hashed(), new byte[] {(byte) 0xb4}, number(Forge.USER_ID.length, 4), Forge.USER_ID));
    }

    /** For direct-key signatures and revocations over one key, for bindings over two. */
    byte[] overKeys(ForgedKey... keys) {
        byte[] object = new byte[0];
        for (ForgedKey k : keys) {
            object = concat(object, k.hashed());
        }
        return over(object);
    }

    byte[] over(byte[] object) {
        if (!bare) {
            hashed = concat(subpacket(2, created(created)), subpacket(33, fingerprint(key)), hashed);
            bare = true;
        }
        int count = key.version() == 6 ? 4 : 2;
        byte[] salt = new byte[key.version() == 6 ? saltSize : 0];
        byte[] head = concat(
                new byte[] {(byte) key.version(), (byte) type, (byte) key.algorithm(), (byte) id()},
                number(hashed.length, count),
                hashed);
        MessageDigest digest = hash.digest();
        digest.update(concat(salt, object, head, new byte[] {(byte) key.version(), -1}, number(head.length, 4)));
        byte[] result = digest.digest();
        byte[] prefix = {(byte) (wrongPrefix ? ~result[0] : result[0]), result[1]};
        byte[] saltField = key.version() == 6 ? concat(new byte[] {(byte) salt.length}, salt) : salt;
        return Forge.packet(
                Packet.SIGNATURE,
                concat(
                        head,
                        number(unhashed.length, count),
                        unhashed,
                        prefix,
                        saltField,
                        key.sign().apply(hash, result)));
    }

    private int id() {
        return switch (hash) {
            case MD5 -> 1;
            case SHA1 -> 2;
            case SHA256 -> 8;
            case SHA384 -> 9;
            case SHA512 -> 10;
            case SHA224 -> 11;
            case SHA3_256 -> 12;
            case SHA3_512 -> 14;
        };
    }
}
