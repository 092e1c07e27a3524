package org.labcast.transport.pgp;

import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/** An OpenPGP secret key in memory, unlocked. It signs with SHA-512, by a signing subkey when it has a valid one. */
public final class SecretKey implements Signer {
    private final PGPSecretKeyRing ring;
    private final Certificate certificate;
    private final PGPPublicKey signer;
    private final PGPPrivateKey secret;
    private final Clock clock;

    private SecretKey(PGPSecretKeyRing ring, char[] passphrase, Clock clock) throws PGPException, IOException {
        this.ring = ring;
        this.clock = clock;
        this.certificate =
                Certificate.readAll(ring.toCertificate().getEncoded()).get(0);
        PGPSecretKey chosen = choose();
        this.signer = chosen.getPublicKey();
        this.secret = chosen.extractPrivateKey(
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase));
    }

    /**
     * Makes a key that gpg 2.2, sq and Java read: a version 4 Ed25519 key that certifies and signs and an X25519 subkey for encryption,
     * without end.
     *
     * @param userId such as {@code Lab Admin <admin@lab.example>}
     */
    public static SecretKey generate(String userId, Clock clock) {
        try {
            return new SecretKey(KeyGeneration.generate(userId, Date.from(clock.instant())), new char[0], clock);
        } catch (PGPException | IOException e) {
            throw new KeyException("no key could be made for '" + userId + "': " + e.getMessage(), e);
        }
    }

    /** Reads a key without passphrase. */
    public static SecretKey read(byte[] armored, Clock clock) {
        return read(armored, new char[0], clock);
    }

    /**
     * @param armored armored or binary
     * @param passphrase empty for none
     * @throws KeyException when it is no secret key, the passphrase is wrong or the key cannot sign now
     */
    public static SecretKey read(byte[] armored, char[] passphrase, Clock clock) {
        PGPSecretKeyRing ring = ring(Bytes.of(armored));
        try {
            return new SecretKey(ring, passphrase, clock);
        } catch (KeyException e) {
            throw e;
        } catch (PGPException | IOException | RuntimeException e) {
            throw new KeyException("the secret key cannot be unlocked; check its passphrase", e);
        }
    }

    private static PGPSecretKeyRing ring(Bytes content) {
        try {
            Bytes binary = Armor.isArmored(content) ? dearmored(content) : content;
            Packet.readAll(binary); // bounds every length before the general parser allocates by it
            return new PGPSecretKeyRing(binary.toArray(), new BcKeyFingerprintCalculator());
        } catch (PGPException | IOException | RuntimeException e) {
            throw new KeyException(
                    "this is not a readable OpenPGP secret key (" + e.getMessage()
                            + "); export one with 'gpg --export-secret-keys --armor'",
                    e);
        }
    }

    private static Bytes dearmored(Bytes content) {
        var blocks = Armor.readAll(content);
        if (blocks.size() != 1 || !blocks.get(0).type().equals(Armor.PRIVATE_KEY)) {
            throw new MalformedException("expected one " + Armor.PRIVATE_KEY);
        }
        return blocks.get(0).content();
    }

    /** The youngest key that verifiers will accept now, subkeys first. */
    private PGPSecretKey choose() {
        SigningAbility ability = new SigningAbility(clock, SignaturePolicy.standard());
        return certificate
                .keys()
                .filter(key -> ability.maySign(certificate, key))
                .filter(key -> secretOf(key).isPresent())
                .max(Comparator.comparing((KeyPacket key) -> !key.equals(certificate.primary()))
                        .thenComparing(KeyPacket::created))
                .flatMap(this::secretOf)
                .orElseThrow(() -> new KeyException("the secret key " + certificate + " cannot sign: "
                        + ability.objection(certificate)
                                .orElse("the secret part of its signing key is not in this file; export it with"
                                        + " 'gpg --export-secret-keys'")));
    }

    /** Empty when only the public part is here, as when the primary key is kept offline. */
    private Optional<PGPSecretKey> secretOf(KeyPacket key) {
        byte[] fingerprint = HexFormat.of().parseHex(key.fingerprint().value());
        return Optional.ofNullable(ring.getSecretKey(fingerprint)).filter(secret -> !secret.isPrivateKeyEmpty());
    }

    @Override
    public Fingerprint fingerprint() {
        return certificate.fingerprint();
    }

    public Certificate certificate() {
        return certificate;
    }

    /** The whole key as it was read or made; a generated one is not protected by a passphrase, so guard the file. */
    public String armored() {
        try {
            return Armor.write(Armor.PRIVATE_KEY, ring.getEncoded());
        } catch (IOException e) {
            throw new KeyException("the secret key " + certificate + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public Bytes sign(Bytes payload) {
        try {
            var generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(signer.getAlgorithm(), HashAlgorithmTags.SHA512), signer);
            generator.init(PGPSignature.BINARY_DOCUMENT, secret);
            var hashed = new PGPSignatureSubpacketGenerator();
            hashed.setSignatureCreationTime(Date.from(clock.instant()));
            hashed.setIssuerFingerprint(false, signer);
            generator.setHashedSubpackets(hashed.generate());
            generator.update(payload.toArray());
            return Bytes.of(generator.generate().getEncoded());
        } catch (PGPException | IOException e) {
            throw new KeyException("signing with " + certificate + " failed: " + e.getMessage(), e);
        }
    }
}
