package org.labcast.transport.pgp;

import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.mpi;
import static org.labcast.transport.pgp.Forge.number;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.digests.NullDigest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.labcast.model.Bytes;

/** A key pair of our own making; {@code sign} turns hash and digest into the end of a signature packet. */
record ForgedKey(int version, int algorithm, Bytes content, BiFunction<HashAlgorithm, byte[], byte[]> sign) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static ForgedKey legacyEd25519(Instant created) {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(RANDOM);
        byte[] point = concat(new byte[] {0x40}, key.generatePublicKey().getEncoded());
        byte[] material = concat(HexFormat.of().parseHex("092b06010401da470f01"), mpi(new BigInteger(1, point)));
        return of(4, 22, created, material, (hash, digest) -> {
            byte[] both = ed25519(key, digest);
            return concat(
                    mpi(new BigInteger(1, Arrays.copyOf(both, 32))),
                    mpi(new BigInteger(1, Arrays.copyOfRange(both, 32, 64))));
        });
    }

    static ForgedKey ed25519(int version, Instant created) {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(RANDOM);
        return of(version, 27, created, key.generatePublicKey().getEncoded(), (hash, digest) -> ed25519(key, digest));
    }

    private static byte[] ed25519(Ed25519PrivateKeyParameters key, byte[] digest) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(digest, 0, digest.length);
        return signer.generateSignature();
    }

    static ForgedKey rsa(int bits, long exponent, Instant created) {
        RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(exponent), RANDOM, bits, 80));
        var pair = generator.generateKeyPair();
        byte[] material =
                concat(mpi(((RSAKeyParameters) pair.getPublic()).getModulus()), mpi(BigInteger.valueOf(exponent)));
        return of(4, 1, created, material, (hash, digest) -> {
            RSADigestSigner signer = new RSADigestSigner(new NullDigest(), hash.oid());
            signer.init(true, pair.getPrivate());
            signer.update(digest, 0, digest.length);
            try {
                return mpi(new BigInteger(1, signer.generateSignature()));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    static ForgedKey ecdsa(ASN1ObjectIdentifier curve, Instant created) throws Exception {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(
                new ECKeyGenerationParameters(new ECDomainParameters(ECNamedCurveTable.getByOID(curve)), RANDOM));
        var pair = generator.generateKeyPair();
        byte[] point = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        byte[] oid = curve.getEncoded(); // tag, length, content: the OpenPGP form lacks the tag
        byte[] material = concat(Arrays.copyOfRange(oid, 1, oid.length), mpi(new BigInteger(1, point)));
        return of(4, 19, created, material, (hash, digest) -> {
            ECDSASigner signer = new ECDSASigner();
            signer.init(true, pair.getPrivate());
            BigInteger[] rs = signer.generateSignature(digest);
            return concat(mpi(rs[0]), mpi(rs[1]));
        });
    }

    private static ForgedKey of(
            int version,
            int algorithm,
            Instant created,
            byte[] material,
            BiFunction<HashAlgorithm, byte[], byte[]> sign) {
        byte[] head =
                concat(new byte[] {(byte) version}, number(created.getEpochSecond(), 4), new byte[] {(byte) algorithm});
        byte[] length = version == 6 ? number(material.length, 4) : new byte[0];
        return new ForgedKey(version, algorithm, Bytes.of(concat(head, length, material)), sign);
    }

    byte[] body() {
        return content.toArray();
    }

    KeyPacket packet() {
        return KeyPacket.read(content);
    }

    byte[] primary() {
        return Forge.packet(Packet.PUBLIC_KEY, body());
    }

    byte[] subkey() {
        return Forge.packet(Packet.PUBLIC_SUBKEY, body());
    }

    /** As it is hashed. */
    byte[] hashed() {
        return version == 6
                ? concat(new byte[] {(byte) 0x9b}, number(content.size(), 4), body())
                : concat(new byte[] {(byte) 0x99}, number(content.size(), 2), body());
    }
}
