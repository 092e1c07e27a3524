package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.KEYS_MADE;
import static org.labcast.transport.pgp.Forge.MALLORY;
import static org.labcast.transport.pgp.Forge.SIGNED;
import static org.labcast.transport.pgp.Forge.SUBKEY;
import static org.labcast.transport.pgp.Forge.backSignature;
import static org.labcast.transport.pgp.Forge.binding;
import static org.labcast.transport.pgp.Forge.certificate;
import static org.labcast.transport.pgp.Forge.certificateWithSubkey;
import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.document;
import static org.labcast.transport.pgp.Forge.selfSignature;
import static org.labcast.transport.pgp.ForgedSignature.created;
import static org.labcast.transport.pgp.ForgedSignature.fingerprint;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.transport.pgp.Verification.Accepted;

/** What ties a signing subkey to its certificate. */
class SubkeyTest {
    private static final Instant LATER = KEYS_MADE.plus(Duration.ofDays(50));

    @Test
    void aBoundSubkeySignsForItsPrimaryKey() {
        assertThat(Forge.verify(document(SUBKEY), certificateWithSubkey(binding(ADMIN, SUBKEY))))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        a -> assertThat(a.payload().signer())
                                .isEqualTo(ADMIN.packet().fingerprint()));
    }

    @Test
    void anUnboundOrFalselyBoundSubkeyIsRefused() {
        assertThat(verdict(certificateWithSubkey())).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificateWithSubkey(binding(MALLORY, SUBKEY)))).isEqualTo("KEY_NOT_BOUND");
        ForgedSignature posing = new ForgedSignature(0x18, MALLORY)
                .bare()
                .hashed(2, created(KEYS_MADE))
                .hashed(33, fingerprint(ADMIN))
                .flags(2)
                .embed(backSignature(SUBKEY), ADMIN, SUBKEY);
        assertThat(verdict(certificateWithSubkey(posing))).isEqualTo("KEY_NOT_BOUND");
    }

    @Test
    void theBackSignatureMustBeTheSubkeysOwnAndInForce() {
        assertThat(verdict(bound())).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(bound(backSignature(MALLORY)))).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(bound(backSignature(ADMIN)))).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(bound(new ForgedSignature(0x18, SUBKEY)))).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(bound(backSignature(SUBKEY).hash(HashAlgorithm.SHA1))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(bound(backSignature(SUBKEY).expiresAfter(Duration.ofDays(1)))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(bound(backSignature(SUBKEY).at(SIGNED.plusSeconds(1)))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(bound(backSignature(MALLORY), backSignature(SUBKEY))))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theBackSignatureMustNameThisPrimaryKey() {
        ForgedSignature elsewhere =
                new ForgedSignature(0x18, ADMIN).flags(2).embed(backSignature(SUBKEY), MALLORY, SUBKEY);
        assertThat(verdict(certificateWithSubkey(elsewhere))).isEqualTo("KEY_NOT_BOUND");
    }

    @Test
    void aStolenSubkeyStillSignsForItsOwner() {
        byte[] thief = concat(
                certificate(MALLORY),
                SUBKEY.subkey(),
                new ForgedSignature(0x18, MALLORY).flags(2).overKeys(MALLORY, SUBKEY));
        assertThat(verdict(thief)).isEqualTo("KEY_NOT_BOUND");
        byte[] owner = certificateWithSubkey(binding(ADMIN, SUBKEY));
        for (byte[] both : new byte[][] {concat(thief, owner), concat(owner, thief)}) {
            assertThat(Forge.verify(document(SUBKEY), both))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            a -> assertThat(a.payload().signer())
                                    .isEqualTo(ADMIN.packet().fingerprint()));
        }
    }

    @Test
    void theBindingMustBeInForceWhenItSigned() {
        assertThat(verdict(certificateWithSubkey(binding(ADMIN, SUBKEY).expiresAfter(Duration.ofDays(1)))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificateWithSubkey(binding(ADMIN, SUBKEY).at(SIGNED.plusSeconds(1)))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificateWithSubkey(binding(ADMIN, SUBKEY).hash(HashAlgorithm.SHA1))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificateWithSubkey(binding(ADMIN, SUBKEY).hashed(0x80 | 101, (byte) 1))))
                .isEqualTo("KEY_NOT_BOUND");
    }

    @Test
    void anExpiredSubkeyIsRefusedAndTheLatestBindingCounts() {
        assertThat(verdict(certificateWithSubkey(binding(ADMIN, SUBKEY).keyExpiresAfter(Duration.ofDays(60)))))
                .isEqualTo("KEY_EXPIRED");
        assertThat(verdict(certificateWithSubkey(
                        binding(ADMIN, SUBKEY).keyExpiresAfter(Duration.ofDays(60)),
                        binding(ADMIN, SUBKEY).at(LATER))))
                .isEqualTo("ACCEPTED");
        assertThat(verdict(certificateWithSubkey(
                        binding(ADMIN, SUBKEY).at(LATER).keyExpiresAfter(Duration.ofDays(60)), binding(ADMIN, SUBKEY))))
                .isEqualTo("KEY_EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x04, 0x0c, 0x20})
    void otherKeyFlagsDoNotAllowSigning(int flags) {
        ForgedSignature terms =
                new ForgedSignature(0x18, ADMIN).flags(flags).embed(backSignature(SUBKEY), ADMIN, SUBKEY);
        assertThat(verdict(certificateWithSubkey(terms))).isEqualTo("KEY_NOT_ALLOWED_TO_SIGN");
    }

    @Test
    void aSubkeyWithoutKeyFlagsMayNotSign() {
        ForgedSignature terms = new ForgedSignature(0x18, ADMIN).embed(backSignature(SUBKEY), ADMIN, SUBKEY);
        assertThat(verdict(certificateWithSubkey(terms))).isEqualTo("KEY_NOT_ALLOWED_TO_SIGN");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3})
    void aRevokedSubkeyIsRefusedWhateverTheReasonAndTheTime(int reason) {
        for (Instant time : new Instant[] {LATER, SIGNED.plusSeconds(60)}) {
            ForgedSignature revocation = new ForgedSignature(0x28, ADMIN).at(time);
            assertThat(verdict(certificateWithSubkey(
                            binding(ADMIN, SUBKEY), reason < 0 ? revocation : revocation.reason(reason))))
                    .isEqualTo("KEY_REVOKED");
        }
    }

    @Test
    void aForgedSubkeyRevocationDoesNotCount() {
        assertThat(verdict(certificateWithSubkey(binding(ADMIN, SUBKEY), new ForgedSignature(0x28, MALLORY))))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aSubkeyFallsWithItsPrimaryKey() {
        byte[] subkey = concat(SUBKEY.subkey(), binding(ADMIN, SUBKEY).overKeys(ADMIN, SUBKEY));
        byte[] expired = certificate(ADMIN, selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(60)));
        assertThat(verdict(concat(expired, subkey))).isEqualTo("KEY_EXPIRED");
        byte[] revocation = new ForgedSignature(0x20, ADMIN).reason(1).overKeys(ADMIN);
        assertThat(verdict(concat(certificate(ADMIN), subkey, revocation))).isEqualTo("KEY_REVOKED");
        assertThat(verdict(concat(ADMIN.primary(), subkey))).isEqualTo("KEY_NOT_BOUND");
    }

    @Test
    void aSubkeyMayNotBeYoungerThanItsSignature() {
        ForgedKey young = ForgedKey.legacyEd25519(SIGNED.plusSeconds(1));
        byte[] all = concat(
                certificate(ADMIN),
                young.subkey(),
                binding(ADMIN, young).at(SIGNED.plusSeconds(1)).overKeys(ADMIN, young));
        assertThat(Forge.verdict(document(young), all)).isEqualTo("OLDER_THAN_KEY");
    }

    private static byte[] bound(ForgedSignature... backSignatures) {
        ForgedSignature binding = new ForgedSignature(0x18, ADMIN).flags(2);
        for (ForgedSignature s : backSignatures) {
            binding.embed(s, ADMIN, SUBKEY);
        }
        return certificateWithSubkey(binding);
    }

    private static String verdict(byte[] certificates) {
        return Forge.verdict(document(SUBKEY), certificates);
    }
}
