package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.KEYS_MADE;
import static org.labcast.transport.pgp.Forge.NOW;
import static org.labcast.transport.pgp.Forge.certificate;
import static org.labcast.transport.pgp.Forge.concat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labcast.model.Bytes;

/** Why hosts would refuse what a certificate signs, said in the words of whoever has to mend it. */
class SigningAbilityTest {
    @Test
    void aUsableCertificateHasNoObjection() {
        assertThat(objection(certificate(ADMIN))).isEmpty();
        assertThat(objection(Forge.certificateWithSubkey(Forge.binding(ADMIN, Forge.SUBKEY))))
                .isEmpty();
    }

    @Test
    void weakKeysAreNamedByAlgorithmAndSize() {
        assertThat(objection(certificate(ForgedKey.rsa(2048, 65537, KEYS_MADE))).orElseThrow())
                .contains("RSA of 2048 bits", "3072", "make an Ed25519 key");
        byte[] body = ADMIN.body().clone();
        body[5] = 17;
        ForgedKey dsa = new ForgedKey(4, 17, Bytes.of(body), ADMIN.sign());
        assertThat(objection(certificate(dsa)).orElseThrow()).contains("a DSA key");
    }

    @Test
    void aRevokedOneIsCalledRevoked() {
        byte[] revocation = new ForgedSignature(0x20, ADMIN).overKeys(ADMIN);
        assertThat(objection(concat(certificate(ADMIN), revocation)).orElseThrow())
                .contains("revoked");
    }

    @Test
    void anExpiredOneSaysWhenItEndedAndHowToExtendIt() {
        byte[] expired = certificate(ADMIN, Forge.selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(1)));
        assertThat(objection(expired).orElseThrow())
                .contains(
                        "it ended at " + KEYS_MADE.plusSeconds(86_400),
                        "gpg --quick-set-expire " + ADMIN.packet().fingerprint());
    }

    @Test
    void aSelfSignatureOfAnOldHashIsNamed() {
        byte[] old = certificate(ADMIN, Forge.selfSignature(ADMIN).hash(HashAlgorithm.SHA1));
        assertThat(objection(old).orElseThrow()).contains("made with SHA-1", "gpg --quick-set-expire");
    }

    private static Optional<String> objection(byte[] certificate) {
        return new SigningAbility(Clock.fixed(NOW, ZoneOffset.UTC), SignaturePolicy.standard())
                .objection(Certificate.readAll(certificate).get(0));
    }
}
