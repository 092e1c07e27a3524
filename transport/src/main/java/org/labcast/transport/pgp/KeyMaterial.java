package org.labcast.transport.pgp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.digests.NullDigest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.util.BigIntegers;
import org.labcast.model.Bytes;

/** The numbers of a public key and the arithmetic of its algorithm. Keys that cannot sign for us are {@link Unusable}. */
sealed interface KeyMaterial {
    /** Is {@code value} (as it stands in the signature packet) this key's signature of {@code digest}? */
    boolean verifies(HashAlgorithm hash, byte[] digest, Octets value);

    static KeyMaterial read(int version, int algorithm, Bytes material) {
        try {
            Octets octets = new Octets(material);
            KeyMaterial key = read(version, algorithm, octets);
            if (!(key instanceof Unusable)) {
                octets.end("the key");
            }
            return key;
        } catch (MalformedException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return new Unusable("a key with malformed numbers");
        }
    }

    private static KeyMaterial read(int version, int algorithm, Octets octets) {
        return switch (algorithm) {
            case 1, 3 -> new Rsa(octets.mpi(), octets.mpi());
            case 19 -> Ecdsa.read(octets);
            case 22 ->
                version == 4 ? Ed25519.readLegacy(octets) : new Unusable("a version 6 key of the old EdDSA kind");
            case 27 -> Ed25519.of(octets.take(32).toArray(), false);
            case 2, 16, 18, 25, 26 -> new Unusable("a key that cannot sign");
            case 17 -> new Unusable("a DSA key");
            case 28 -> new Unusable("an Ed448 key");
            default -> new Unusable("a key of public-key algorithm " + algorithm);
        };
    }

    record Rsa(BigInteger modulus, BigInteger exponent) implements KeyMaterial {
        @Override
        public boolean verifies(HashAlgorithm hash, byte[] digest, Octets value) {
            byte[] signature = BigIntegers.asUnsignedByteArray(value.mpi());
            value.end("the signature");
            RSADigestSigner signer = new RSADigestSigner(new NullDigest(), hash.oid());
            // true: not again the tests for small factors and primality, half a second for a key that is trusted anyway
            signer.init(false, new RSAKeyParameters(false, modulus, exponent, true));
            signer.update(digest, 0, digest.length);
            return signer.verifySignature(signature);
        }
    }

    record Ecdsa(ECPublicKeyParameters key) implements KeyMaterial {
        private static final Map<String, ASN1ObjectIdentifier> CURVES = Map.of(
                "2a8648ce3d030107", SECObjectIdentifiers.secp256r1,
                "2b81040022", SECObjectIdentifiers.secp384r1,
                "2b81040023", SECObjectIdentifiers.secp521r1);

        static KeyMaterial read(Octets octets) {
            ASN1ObjectIdentifier curve =
                    CURVES.get(HexFormat.of().formatHex(octets.take(octets.u8()).toArray()));
            if (curve == null) {
                return new Unusable("an ECDSA key on another curve than P-256, P-384 or P-521");
            }
            var domain = new ECDomainParameters(CustomNamedCurves.getByOID(curve));
            byte[] point = BigIntegers.asUnsignedByteArray(octets.mpi());
            return new Ecdsa(new ECPublicKeyParameters(domain.getCurve().decodePoint(point), domain));
        }

        @Override
        public boolean verifies(HashAlgorithm hash, byte[] digest, Octets value) {
            BigInteger r = value.mpi();
            BigInteger s = value.mpi();
            value.end("the signature");
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, key);
            return signer.verifySignature(digest, r, s);
        }
    }

    /** @param numbers whether a signature is two MPIs (algorithm 22) or 64 bytes (algorithm 27) */
    record Ed25519(Ed25519PublicKeyParameters key, boolean numbers) implements KeyMaterial {
        private static final String CURVE = "2b06010401da470f01";

        /** Points of small order are not keys: for them everybody can sign. */
        static KeyMaterial of(byte[] point, boolean numbers) {
            if (!org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(point, 0)) {
                throw new MalformedException("this point is not an Ed25519 key");
            }
            return new Ed25519(new Ed25519PublicKeyParameters(point), numbers);
        }

        static KeyMaterial readLegacy(Octets octets) {
            if (!HexFormat.of().formatHex(octets.take(octets.u8()).toArray()).equals(CURVE)) {
                return new Unusable("an EdDSA key on another curve than Ed25519");
            }
            byte[] point = BigIntegers.asUnsignedByteArray(octets.mpi());
            if (point.length != 33 || point[0] != 0x40) {
                throw new MalformedException("an Ed25519 key is 32 bytes after 0x40");
            }
            return of(Arrays.copyOfRange(point, 1, 33), true);
        }

        @Override
        public boolean verifies(HashAlgorithm hash, byte[] digest, Octets value) {
            byte[] signature =
                    numbers ? joined(value.mpi(), value.mpi()) : value.take(64).toArray();
            value.end("the signature");
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(false, key);
            signer.update(digest, 0, digest.length);
            return signer.verifySignature(signature);
        }

        private static byte[] joined(BigInteger r, BigInteger s) {
            if (r.bitLength() > 256 || s.bitLength() > 256) {
                throw new MalformedException("an Ed25519 signature is two numbers of at most 256 bits");
            }
            byte[] both = new byte[64];
            BigIntegers.asUnsignedByteArray(r, both, 0, 32);
            BigIntegers.asUnsignedByteArray(s, both, 32, 32);
            return both;
        }
    }

    /** @param what names it in a sentence */
    record Unusable(String what) implements KeyMaterial {
        @Override
        public boolean verifies(HashAlgorithm hash, byte[] digest, Octets value) {
            return false;
        }
    }
}
