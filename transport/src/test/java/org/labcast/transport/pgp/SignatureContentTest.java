package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.KEYS_MADE;
import static org.labcast.transport.pgp.Forge.MALLORY;
import static org.labcast.transport.pgp.Forge.NOW;
import static org.labcast.transport.pgp.Forge.PAYLOAD;
import static org.labcast.transport.pgp.Forge.SIGNED;
import static org.labcast.transport.pgp.Forge.certificate;
import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.document;
import static org.labcast.transport.pgp.ForgedSignature.created;
import static org.labcast.transport.pgp.ForgedSignature.fingerprint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.Verification.Accepted;

/** What a document signature must say, and where. */
class SignatureContentTest {
    private static final int CRITICAL = 0x80;

    @Test
    void aGoodOneIsAcceptedAndTellsWhoSignedWhatAndWhen() {
        assertThat(Forge.verify(document(ADMIN), Forge.certificate(ADMIN)))
                .isInstanceOfSatisfying(Accepted.class, accepted -> {
                    Verified<Bytes> verified = accepted.payload();
                    assertThat(verified.value()).isEqualTo(PAYLOAD);
                    assertThat(verified.signer()).isEqualTo(ADMIN.packet().fingerprint());
                    assertThat(verified.digest()).isEqualTo(PAYLOAD.sha256());
                    assertThat(verified.signedAt()).isEqualTo(SIGNED);
                    assertThat(verified.map(Bytes::size).value()).isEqualTo(PAYLOAD.size());
                    assertThat(verified.map(Bytes::size).signer()).isEqualTo(verified.signer());
                });
    }

    @Test
    void otherBytesAreRefused() {
        assertThat(Forge.verify(Bytes.utf8("rm -rf /"), document(ADMIN), Forge.certificate(ADMIN)))
                .hasToString("Refused[reason=BAD_SIGNATURE, explanation=these bytes are not what key "
                        + ADMIN.packet().fingerprint() + " signed]");
    }

    @ParameterizedTest
    @EnumSource(HashAlgorithm.class)
    void hashes(HashAlgorithm hash) {
        boolean accepted = SignaturePolicy.standard().hashes().contains(hash);
        assertThat(verdict(signature().hash(hash))).isEqualTo(accepted ? "ACCEPTED" : "WEAK_HASH");
    }

    @Test
    void anUnknownHashIsRefused() {
        byte[] ripemd = document(ADMIN);
        ripemd[6 + 3] = 3;
        assertThat(Forge.verdict(ripemd, Forge.certificate(ADMIN))).isEqualTo("WEAK_HASH");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x10, 0x13, 0x18, 0x19, 0x1f, 0x20, 0x28, 0x30, 0x40, 0x50, 0xff})
    void otherTypesAreRefused(int type) {
        assertThat(verdict(new ForgedSignature(type, ADMIN).at(SIGNED))).isEqualTo("WRONG_TYPE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9, 20, 26, 27, 32, 35, 60, 100, 110, 127})
    void anythingCriticalThatWeDoNotActOnIsRefused(int subpacket) {
        assertThat(verdict(signature().hashed(CRITICAL | subpacket, (byte) 1))).isEqualTo("CRITICAL_UNKNOWN");
        assertThat(verdict(signature().unhashed(CRITICAL | subpacket, (byte) 1)))
                .isEqualTo("CRITICAL_UNKNOWN");
        assertThat(verdict(signature().hashed(subpacket, (byte) 1))).isEqualTo("ACCEPTED");
        assertThat(verdict(signature().unhashed(subpacket, (byte) 1))).isEqualTo("ACCEPTED");
    }

    @Test
    void theCreationTimeMustBeHashedAndSingle() {
        ForgedSignature unhashed =
                signature().bare().hashed(33, fingerprint(ADMIN)).unhashed(2, created(SIGNED));
        assertThat(verdict(unhashed)).isEqualTo("MISSING_TIME");
        assertThat(verdict(signature().hashed(2, created(SIGNED)))).isEqualTo("MALFORMED");
        assertThat(verdict(signature().bare().hashed(33, fingerprint(ADMIN)).hashed(2, (byte) 1)))
                .isEqualTo("MALFORMED");
        assertThat(verdict(signature().unhashed(2, created(NOW.plusSeconds(9999)))))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theIssuerFingerprintMustBeHashedAndSingle() {
        assertThat(verdict(signature().bare().hashed(2, created(SIGNED)))).isEqualTo("MISSING_ISSUER");
        assertThat(verdict(signature().bare().hashed(2, created(SIGNED)).unhashed(33, fingerprint(ADMIN))))
                .isEqualTo("MISSING_ISSUER");
        assertThat(verdict(signature()
                        .bare()
                        .hashed(2, created(SIGNED))
                        .hashed(16, ADMIN.packet().keyId().toArray())))
                .isEqualTo("MISSING_ISSUER");
        assertThat(verdict(signature().hashed(33, fingerprint(ADMIN)))).isEqualTo("MALFORMED");
    }

    @Test
    void aContradictoryIssuerIsRefusedWhereverItStands() {
        byte[] other = MALLORY.packet().keyId().toArray();
        assertThat(verdict(signature().hashed(16, other))).isEqualTo("CONTRADICTORY_ISSUER");
        assertThat(verdict(signature().unhashed(16, other))).isEqualTo("CONTRADICTORY_ISSUER");
        assertThat(verdict(signature().unhashed(33, fingerprint(MALLORY)))).isEqualTo("CONTRADICTORY_ISSUER");
        assertThat(verdict(signature().unhashed(16, ADMIN.packet().keyId().toArray())))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void someoneElsesSignatureInTheAdministratorsNameIsRefused() {
        ForgedSignature posing = new ForgedSignature(0, MALLORY)
                .bare()
                .hashed(2, created(SIGNED))
                .hashed(33, fingerprint(ADMIN));
        assertThat(verdict(posing)).isEqualTo("BAD_SIGNATURE");
        assertThat(Forge.verdict(document(MALLORY), Forge.certificate(ADMIN))).isEqualTo("UNKNOWN_SIGNER");
    }

    @Test
    void itsOwnValidityTimeCounts() {
        assertThat(verdict(signature().expiresAfter(Duration.ofMinutes(60)))).isEqualTo("EXPIRED");
        assertThat(verdict(signature().expiresAfter(Duration.ofMinutes(61)))).isEqualTo("ACCEPTED");
        assertThat(verdict(signature().expiresAfter(Duration.ZERO))).isEqualTo("ACCEPTED");
        assertThat(verdict(signature().unhashed(3, (byte) 0, (byte) 0, (byte) 0, (byte) 1)))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theFutureIsRefusedBeyondTheSkew() {
        Duration skew = SignaturePolicy.standard().skew();
        assertThat(verdict(signature().at(NOW.plus(skew)))).isEqualTo("ACCEPTED");
        assertThat(verdict(signature().at(NOW.plus(skew).plusSeconds(1)))).isEqualTo("FROM_THE_FUTURE");
        assertThat(verdict(signature().at(Instant.ofEpochSecond(0xffffffffL)))).isEqualTo("FROM_THE_FUTURE");
    }

    @Test
    void aSignatureOlderThanItsKeyIsRefused() {
        assertThat(verdict(signature().at(KEYS_MADE.minusSeconds(1)))).isEqualTo("OLDER_THAN_KEY");
    }

    /** A machine without a battery believes that it is 1970; one that was set by hand may be a day ahead. */
    @Test
    void theTimeOfASignatureDoesNotCountWhereClocksMayBeWrong() {
        for (Instant wrong : List.of(Instant.EPOCH, KEYS_MADE.minusSeconds(1), NOW.plus(Duration.ofDays(1)))) {
            assertThat(ofAnyClock(signature().at(wrong).over(Forge.PAYLOAD.toArray()), certificate(ADMIN)))
                    .isInstanceOf(Verification.Accepted.class);
        }
        byte[] revoked = concat(
                certificate(ADMIN), new ForgedSignature(0x20, ADMIN).at(NOW).overKeys(ADMIN));
        assertThat(ofAnyClock(document(ADMIN), revoked)).asString().contains("KEY_REVOKED");
        ForgedKey young = ForgedKey.legacyEd25519(NOW.plus(Duration.ofDays(1)));
        byte[] ahead = certificate(young, Forge.selfSignature(young).at(NOW.plus(Duration.ofDays(1))));
        assertThat(ofAnyClock(document(young), ahead)).isInstanceOf(Verification.Accepted.class);
        assertThat(ofAnyClock(document(Forge.MALLORY), certificate(ADMIN)))
                .asString()
                .contains("UNKNOWN_SIGNER");
    }

    private static Verification ofAnyClock(byte[] signature, byte[] certificates) {
        return SignatureVerifier.ofAnyClock(Clock.fixed(NOW, ZoneOffset.UTC), SignaturePolicy.standard())
                .verify(Forge.PAYLOAD, Bytes.of(signature), TrustStore.of(Certificate.readAll(certificates)));
    }

    @Test
    void whoIsNotTheSignerIsNotToldToCompareClocks() {
        byte[] forged = new ForgedSignature(0, Forge.MALLORY)
                .bare()
                .hashed(2, ForgedSignature.created(NOW.plus(Duration.ofDays(1))))
                .hashed(33, ForgedSignature.fingerprint(ADMIN))
                .over(Forge.PAYLOAD.toArray());
        assertThat(Forge.verdict(forged, certificate(ADMIN))).isEqualTo("BAD_SIGNATURE");
        assertThat(verdict(signature().at(KEYS_MADE))).isEqualTo("ACCEPTED");
    }

    @Test
    void aWrongDigestPrefixIsRefused() {
        assertThat(verdict(signature().wrongPrefix())).isEqualTo("BAD_SIGNATURE");
    }

    private static ForgedSignature signature() {
        return new ForgedSignature(0x00, ADMIN).at(SIGNED);
    }

    private static String verdict(ForgedSignature signature) {
        return Forge.verdict(document(signature), Forge.certificate(ADMIN));
    }
}
