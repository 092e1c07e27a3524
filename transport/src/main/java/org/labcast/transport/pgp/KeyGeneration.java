package org.labcast.transport.pgp;

import java.util.Date;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;

/**
 * Makes the default key. The library's newer defaults (algorithm 27, SHA3-512, AEAD) are what gpg 2.2 and sq do not read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.2.3">RFC 9580, section 5.2.3</a>
 */
final class KeyGeneration {
    private KeyGeneration() {}

    static PGPSecretKeyRing generate(String userId, Date now) throws PGPException {
        PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(4, now);
        PGPKeyPair primary = pairs.generateLegacyEd25519KeyPair();
        var signer = new BcPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512);
        var checksum = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        var generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                primary,
                userId,
                checksum,
                primaryTerms(primary.getPublicKey(), now).generate(),
                null,
                signer,
                null);
        var subkeyTerms = terms(primary.getPublicKey(), now, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
        generator.addSubKey(pairs.generateLegacyX25519KeyPair(), subkeyTerms.generate(), null);
        return generator.generateSecretKeyRing();
    }

    private static PGPSignatureSubpacketGenerator primaryTerms(PGPPublicKey primary, Date now) {
        var terms = terms(primary, now, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        terms.setPreferredSymmetricAlgorithms(
                false, new int[] {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128});
        terms.setPreferredHashAlgorithms(false, new int[] {HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA256});
        terms.setPreferredCompressionAlgorithms(false, new int[] {CompressionAlgorithmTags.UNCOMPRESSED});
        terms.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        return terms;
    }

    private static PGPSignatureSubpacketGenerator terms(PGPPublicKey primary, Date now, int flags) {
        var terms = new PGPSignatureSubpacketGenerator();
        terms.setSignatureCreationTime(now);
        terms.setIssuerFingerprint(false, primary);
        terms.setKeyFlags(true, flags);
        return terms;
    }
}
