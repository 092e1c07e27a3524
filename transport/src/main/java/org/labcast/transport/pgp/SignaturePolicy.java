package org.labcast.transport.pgp;

import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every choice about what cryptography is believed. Beyond it, keys are Ed25519 or ECDSA on P-256, P-384 and P-521.
 *
 * @param hashes for documents, self-signatures and back-signatures alike
 * @param minimalRsaBits shortest modulus
 * @param maximalRsaBits longest modulus, which bounds the work of one verification
 * @param skew how far ahead of ours a signer's clock may run
 * @param maximalSignatureSize bytes, armored or not
 * @param maximalPayloadSize bytes
 */
public record SignaturePolicy(
        Set<HashAlgorithm> hashes,
        int minimalRsaBits,
        int maximalRsaBits,
        Duration skew,
        int maximalSignatureSize,
        int maximalPayloadSize) {

    private static final BigInteger LEAST_RSA_EXPONENT = BigInteger.valueOf(65_537);

    public SignaturePolicy {
        hashes = Set.copyOf(hashes);
    }

    /** SHA3-512 is in because the defaults of Bouncy Castle's newer keys, of version 4 and 6, sign with it. */
    public static SignaturePolicy standard() {
        Set<HashAlgorithm> hashes =
                EnumSet.of(HashAlgorithm.SHA256, HashAlgorithm.SHA384, HashAlgorithm.SHA512, HashAlgorithm.SHA3_512);
        return new SignaturePolicy(hashes, 3072, 8192, Duration.ofMinutes(5), 256 * 1024, 64 * 1024 * 1024);
    }

    boolean accepts(Optional<HashAlgorithm> hash) {
        return hash.isPresent() && hashes.contains(hash.get());
    }

    /** What is wrong with such a key, if anything. */
    Optional<String> weakness(KeyMaterial key) {
        if (key instanceof KeyMaterial.Unusable unusable) {
            return Optional.of("is " + unusable.what() + ", which is not accepted; make an Ed25519 key");
        }
        if (!(key instanceof KeyMaterial.Rsa rsa)) {
            return Optional.empty();
        }
        int bits = rsa.modulus().bitLength();
        if (bits < minimalRsaBits || bits > maximalRsaBits) {
            return Optional.of("is RSA of " + bits + " bits, accepted are " + minimalRsaBits + " to " + maximalRsaBits
                    + "; make an Ed25519 key");
        }
        return rsa.exponent().compareTo(LEAST_RSA_EXPONENT) < 0
                ? Optional.of("has the small RSA exponent " + rsa.exponent())
                : Optional.empty();
    }
}
