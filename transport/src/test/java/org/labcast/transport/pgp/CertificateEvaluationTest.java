package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.KEYS_MADE;
import static org.labcast.transport.pgp.Forge.MALLORY;
import static org.labcast.transport.pgp.Forge.NOW;
import static org.labcast.transport.pgp.Forge.SIGNED;
import static org.labcast.transport.pgp.Forge.certificate;
import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.document;
import static org.labcast.transport.pgp.Forge.selfSignature;
import static org.labcast.transport.pgp.ForgedSignature.created;
import static org.labcast.transport.pgp.ForgedSignature.fingerprint;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a primary key's own signatures must say for it to sign jobs. */
class CertificateEvaluationTest {
    private static final Instant LATER = KEYS_MADE.plus(Duration.ofDays(50));

    @Test
    void withoutASelfSignatureNothingCounts() {
        assertThat(verdict(ADMIN.primary())).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificate(ADMIN, new ForgedSignature[0]))).isEqualTo("KEY_NOT_BOUND");
    }

    @Test
    void aSelfSignatureMustBeTheKeysOwn() {
        assertThat(verdict(certificate(ADMIN, inTheAdministratorsName().flags(3))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificate(ADMIN, selfSignature(MALLORY)))).isEqualTo("KEY_NOT_BOUND");
    }

    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    void aSelfSignatureNeedsAnAcceptedHash(HashAlgorithm hash) {
        boolean accepted = SignaturePolicy.standard().hashes().contains(hash);
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).hash(hash))))
                .isEqualTo(accepted ? "ACCEPTED" : "KEY_NOT_BOUND");
    }

    @Test
    void aSelfSignatureMustBeInForce() {
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).expiresAfter(Duration.ofDays(1)))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).at(SIGNED.plusSeconds(1)))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).at(KEYS_MADE.minusSeconds(1)))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).hashed(0x80 | 100, (byte) 1))))
                .isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).hashed(0x80 | 20, (byte) 1))))
                .isEqualTo("KEY_NOT_BOUND");
    }

    @Test
    void unhashedTermsDoNotCount() {
        assertThat(verdict(certificate(ADMIN, new ForgedSignature(0x13, ADMIN).unhashed(27, (byte) 3))))
                .isEqualTo("KEY_NOT_ALLOWED_TO_SIGN");
        ForgedSignature undated = new ForgedSignature(0x13, ADMIN)
                .bare()
                .hashed(33, fingerprint(ADMIN))
                .flags(3)
                .unhashed(2, created(KEYS_MADE));
        assertThat(verdict(certificate(ADMIN, undated))).isEqualTo("KEY_NOT_BOUND");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x04, 0x0c, 0x20})
    void otherKeyFlagsDoNotAllowSigning(int flags) {
        ForgedSignature terms = new ForgedSignature(0x13, ADMIN).flags(flags);
        assertThat(verdict(certificate(ADMIN, terms))).isEqualTo("KEY_NOT_ALLOWED_TO_SIGN");
    }

    @Test
    void withoutKeyFlagsSigningIsNotAllowed() {
        assertThat(verdict(certificate(ADMIN, new ForgedSignature(0x13, ADMIN))))
                .isEqualTo("KEY_NOT_ALLOWED_TO_SIGN");
    }

    @Test
    void anExpiredKeyIsRefused() {
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(99)))))
                .isEqualTo("KEY_EXPIRED");
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(100)))))
                .isEqualTo("KEY_EXPIRED");
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(101)))))
                .isEqualTo("ACCEPTED");
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).keyExpiresAfter(Duration.ZERO))))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theLatestSelfSignatureCountsInWhateverOrder() {
        ForgedSignature endless = selfSignature(ADMIN);
        ForgedSignature reduced = selfSignature(ADMIN).at(LATER).keyExpiresAfter(Duration.ofDays(60));
        assertThat(verdict(certificate(ADMIN, endless, reduced))).isEqualTo("KEY_EXPIRED");
        assertThat(verdict(certificate(
                        ADMIN,
                        selfSignature(ADMIN).at(LATER).keyExpiresAfter(Duration.ofDays(60)),
                        selfSignature(ADMIN))))
                .isEqualTo("KEY_EXPIRED");
        assertThat(verdict(certificate(
                        ADMIN,
                        selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(60)),
                        selfSignature(ADMIN).at(LATER))))
                .isEqualTo("ACCEPTED");
        assertThat(verdict(certificate(
                        ADMIN,
                        selfSignature(ADMIN),
                        new ForgedSignature(0x13, ADMIN).flags(1).at(LATER))))
                .isEqualTo("KEY_NOT_ALLOWED_TO_SIGN");
    }

    @Test
    void aForgedLaterSelfSignatureChangesNothing() {
        assertThat(verdict(certificate(
                        ADMIN,
                        selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(60)),
                        inTheAdministratorsName().flags(3))))
                .isEqualTo("KEY_EXPIRED");
        assertThat(verdict(certificate(
                        ADMIN,
                        new ForgedSignature(0x13, ADMIN).flags(1),
                        inTheAdministratorsName().flags(3))))
                .isEqualTo("KEY_NOT_ALLOWED_TO_SIGN");
    }

    @Test
    void aDirectKeySignatureMayCarryTheTerms() {
        byte[] terms = new ForgedSignature(0x1f, ADMIN).flags(3).overKeys(ADMIN);
        assertThat(verdict(concat(ADMIN.primary(), terms))).isEqualTo("ACCEPTED");
        byte[] expired = new ForgedSignature(0x1f, ADMIN)
                .flags(3)
                .keyExpiresAfter(Duration.ofDays(60))
                .overKeys(ADMIN);
        byte[] certified = Forge.packet(Packet.USER_ID, Forge.USER_ID);
        byte[] plain = new ForgedSignature(0x13, ADMIN).overUserId(ADMIN);
        assertThat(verdict(concat(ADMIN.primary(), expired, certified, plain))).isEqualTo("KEY_EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 32, 99})
    void aRevokedKeyIsRefusedWhateverTheReasonAndTheTime(int reason) {
        for (Instant time : new Instant[] {LATER, SIGNED.plusSeconds(60), NOW.plusSeconds(999_999)}) {
            ForgedSignature revocation = new ForgedSignature(0x20, ADMIN).at(time);
            byte[] packet = (reason < 0 ? revocation : revocation.reason(reason)).overKeys(ADMIN);
            assertThat(verdict(concat(certificate(ADMIN), packet))).isEqualTo("KEY_REVOKED");
        }
    }

    @Test
    void aRevocationCountsEvenWithAWeakHash() {
        byte[] revocation =
                new ForgedSignature(0x20, ADMIN).hash(HashAlgorithm.SHA1).overKeys(ADMIN);
        assertThat(verdict(concat(certificate(ADMIN), revocation))).isEqualTo("KEY_REVOKED");
    }

    @Test
    void aDesignatedRevokerMayRevoke() {
        byte[] designation = new ForgedSignature(0x1f, ADMIN)
                .hashed(12, concat(new byte[] {(byte) 0x80, 22}, Arrays.copyOfRange(fingerprint(MALLORY), 1, 21)))
                .overKeys(ADMIN);
        byte[] revocation = new ForgedSignature(0x20, MALLORY).overKeys(ADMIN);
        byte[] revoker = certificate(MALLORY);
        assertThat(verdict(concat(certificate(ADMIN), designation, revocation, revoker)))
                .isEqualTo("KEY_REVOKED");
        assertThat(verdict(concat(certificate(ADMIN), revocation, revoker))).isEqualTo("ACCEPTED");
        assertThat(verdict(concat(certificate(ADMIN), designation, revoker))).isEqualTo("ACCEPTED");
    }

    @Test
    void aKeyThatWasExpiredWhenItSignedStaysRefusedAfterItsExtension() {
        ForgedSignature extension = selfSignature(ADMIN).at(SIGNED.plusSeconds(60));
        assertThat(verdict(certificate(ADMIN, selfSignature(ADMIN).keyExpiresAfter(Duration.ofDays(60)), extension)))
                .isEqualTo("KEY_EXPIRED");
    }

    @Test
    void aRevocationByAnybodyElseDoesNotCount() {
        byte[] forged = new ForgedSignature(0x20, MALLORY)
                .bare()
                .hashed(2, created(LATER))
                .hashed(33, fingerprint(ADMIN))
                .overKeys(ADMIN);
        assertThat(verdict(concat(certificate(ADMIN), forged))).isEqualTo("ACCEPTED");
    }

    @Test
    void aRevocationInAnotherCopyOfTheCertificateCounts() {
        byte[] revocation = new ForgedSignature(0x20, ADMIN).reason(2).overKeys(ADMIN);
        assertThat(verdict(concat(certificate(ADMIN), ADMIN.primary(), revocation, certificate(ADMIN))))
                .isEqualTo("KEY_REVOKED");
    }

    @Test
    void aRevokedUserIdVouchesForNothing() {
        byte[] hard = new ForgedSignature(0x30, ADMIN).at(LATER).overUserId(ADMIN);
        byte[] soft = new ForgedSignature(0x30, ADMIN).at(LATER).reason(32).overUserId(ADMIN);
        byte[] anew = selfSignature(ADMIN).at(LATER.plusSeconds(1)).overUserId(ADMIN);
        assertThat(verdict(concat(certificate(ADMIN), hard))).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(concat(certificate(ADMIN), soft))).isEqualTo("KEY_NOT_BOUND");
        assertThat(verdict(concat(certificate(ADMIN), soft, anew))).isEqualTo("ACCEPTED");
        assertThat(verdict(concat(certificate(ADMIN), hard, anew))).isEqualTo("KEY_NOT_BOUND");
    }

    private static ForgedSignature inTheAdministratorsName() {
        return new ForgedSignature(0x13, MALLORY)
                .bare()
                .hashed(2, created(LATER))
                .hashed(33, fingerprint(ADMIN));
    }

    private static String verdict(byte[] certificates) {
        return Forge.verdict(document(ADMIN), certificates);
    }
}
