package org.labcast.transport.pgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labcast.transport.pgp.Forge.NOW;
import static org.labcast.transport.pgp.Forge.PAYLOAD;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.Verification.Accepted;

class SecretKeyTest {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SecretKey KEY = SecretKey.generate("Lab Ädmin <admin@lab.example>", CLOCK);

    private final SignatureVerifier verifier = new SignatureVerifier(CLOCK, SignaturePolicy.standard());

    @Test
    void signsWhatTheVerifierAccepts() {
        assertThat(verifier.verify(PAYLOAD, KEY.sign(PAYLOAD), TrustStore.of(List.of(KEY.certificate()))))
                .isInstanceOfSatisfying(Accepted.class, a -> {
                    assertThat(a.payload().signer()).isEqualTo(KEY.fingerprint());
                    assertThat(a.payload().signedAt()).isEqualTo(NOW);
                });
    }

    @Test
    void isReadBackAsItWasWritten() {
        SecretKey back = SecretKey.read(KEY.armored().getBytes(UTF_8), CLOCK);
        assertThat(back.fingerprint()).isEqualTo(KEY.fingerprint());
        assertThat(back.certificate().userId()).isEqualTo("Lab Ädmin <admin@lab.example>");
        assertThat(back.certificate().encoded()).isEqualTo(KEY.certificate().encoded());
        assertThat(verifier.verify(PAYLOAD, back.sign(PAYLOAD), TrustStore.of(List.of(KEY.certificate()))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void theCertificateHoldsNoSecret() {
        assertThat(Packet.readAll(Bytes.of(KEY.certificate().encoded())))
                .extracting(Packet::tag)
                .containsExactly(
                        Packet.PUBLIC_KEY, Packet.USER_ID, Packet.SIGNATURE, Packet.PUBLIC_SUBKEY, Packet.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nAAAA\n-----END PGP PRIVATE KEY BLOCK-----\n"
            })
    void whatIsNoSecretKeyIsRefused(String text) {
        assertThatThrownBy(() -> SecretKey.read(text.getBytes(UTF_8), CLOCK))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("secret key");
    }

    @Test
    void aCertificateIsNoSecretKey() {
        assertThatThrownBy(() -> SecretKey.read(KEY.certificate().encoded(), CLOCK))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("secret key");
        assertThatThrownBy(() -> SecretKey.read(KEY.certificate().armored().getBytes(UTF_8), CLOCK))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("PRIVATE KEY BLOCK");
    }

    @Test
    void aKeyThatIsNotYetValidCannotSign() {
        Clock earlier = Clock.offset(CLOCK, Duration.ofDays(-1));
        assertThatThrownBy(() -> SecretKey.read(KEY.armored().getBytes(UTF_8), earlier))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(KEY.fingerprint().value())
                .hasMessageContaining("check the clock");
    }
}
