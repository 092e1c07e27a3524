package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.Verification.Accepted;

/** The real gpg reads what we make and we read what it makes. */
class GpgInteropTest {
    private static final Bytes PAYLOAD = Bytes.utf8("{\"run\":\"uptime\"}\n");

    private final SignatureVerifier verifier = new SignatureVerifier(Clock.systemUTC(), SignaturePolicy.standard());

    @TempDir
    Path files;

    private Path home;
    private Gpg gpg;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createTempDirectory("gpg"); // its sockets need a short path
        gpg = new Gpg("gpg", Map.of("GNUPGHOME", home.toString()));
        assumeTrue(isInstalled(), "gpg is not installed");
    }

    private boolean isInstalled() {
        try {
            gpg.run(Bytes.EMPTY, List.of("--version"));
            return true;
        } catch (KeyException e) {
            return false;
        }
    }

    @AfterEach
    void endItsAgent() throws Exception {
        ProcessBuilder kill = new ProcessBuilder("gpgconf", "--kill", "all");
        kill.environment().put("GNUPGHOME", home.toString());
        kill.start().waitFor();
        try (var all = Files.walk(home)) {
            all.sorted((a, b) -> b.compareTo(a)).forEach(f -> f.toFile().delete());
        }
    }

    @ParameterizedTest
    @CsvSource({"rsa4096, sign", "ed25519, sign", "nistp256, sign", "ed25519, cert"})
    void weAcceptSignaturesOfItsKeys(String algorithm, String usage) {
        String fingerprint = makeKey(algorithm, usage);
        if (usage.equals("cert")) {
            runWithoutPassphrase("--quick-add-key", fingerprint, "ed25519", "sign", "1y");
        }
        GpgSigner signer = new GpgSigner(gpg, fingerprint);

        Bytes signature = signer.sign(PAYLOAD);

        assertThat(signer.fingerprint().value()).isEqualTo(fingerprint);
        assertThat(verifier.verify(PAYLOAD, signature, TrustStore.of(List.of(signer.certificate()))))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        a -> assertThat(a.payload().signer().value()).isEqualTo(fingerprint));
    }

    @Test
    void itAcceptsOurSignatures() throws IOException {
        SecretKey key = SecretKey.generate("Lab Ädmin <admin@lab.example>", Clock.systemUTC());
        gpg.run(Bytes.utf8(key.certificate().armored()), List.of("--import"));
        Path payload = Files.write(files.resolve("payload"), PAYLOAD.toArray());
        Path signature = Files.write(files.resolve("sig"), key.sign(PAYLOAD).toArray());

        Bytes status =
                gpg.run(Bytes.EMPTY, List.of("--status-fd", "1", "--verify", signature.toString(), payload.toString()));

        assertThat(status.text()).contains("VALIDSIG " + key.fingerprint()).contains("Lab Ädmin");
        assertThat(gpg.run(Bytes.EMPTY, List.of("--with-colons", "--list-keys")).text())
                .containsPattern("sub:.*:e:");
    }

    @Test
    void itTakesOurSecretKeyAndWeTakeItBack() {
        SecretKey key = SecretKey.generate("Lab Admin", Clock.systemUTC());
        gpg.run(Bytes.utf8(key.armored()), List.of("--import"));
        Bytes exported = runWithoutPassphrase("--armor", "--export-secret-keys");

        SecretKey back = SecretKey.read(exported.toArray(), Clock.systemUTC());

        assertThat(back.fingerprint()).isEqualTo(key.fingerprint());
        assertThat(verifier.verify(PAYLOAD, back.sign(PAYLOAD), TrustStore.of(List.of(key.certificate()))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void weUnlockItsProtectedSecretKeyAndPreferTheSigningSubkey() {
        String fingerprint = makeKey("ed25519", "sign", "secret");
        run("secret", "--quick-add-key", fingerprint, "ed25519", "sign", "1y");
        byte[] exported = run("secret", "--export-secret-keys", fingerprint).toArray();

        SecretKey key = SecretKey.read(exported, "secret".toCharArray(), Clock.systemUTC());
        Bytes signature = key.sign(PAYLOAD);

        assertThat(DetachedSignature.read(signature).issuer().orElseThrow()).isNotEqualTo(key.fingerprint());
        assertThat(verifier.verify(PAYLOAD, signature, TrustStore.of(List.of(key.certificate()))))
                .isInstanceOf(Accepted.class);
        assertThatThrownBy(() -> SecretKey.read(exported, "wrong".toCharArray(), Clock.systemUTC()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("passphrase");
    }

    @Test
    void weSignWithASubkeyWhosePrimaryKeyIsKeptOffline() {
        String fingerprint = makeKey("ed25519", "cert");
        run("", "--quick-add-key", fingerprint, "ed25519", "sign", "1y");
        byte[] exported = run("", "--export-secret-subkeys", fingerprint).toArray();

        SecretKey key = SecretKey.read(exported, Clock.systemUTC());

        assertThat(verifier.verify(PAYLOAD, key.sign(PAYLOAD), TrustStore.of(List.of(key.certificate()))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void aKeyThatItDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> new GpgSigner(gpg, "0123456789ABCDEF"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("0123456789ABCDEF");
    }

    @Test
    void aMailAddressIsEnoughWhereOneKeyHasIt() {
        String fingerprint = makeKey("ed25519", "sign");

        GpgSigner signer = new GpgSigner(gpg, "admin@lab.example");

        assertThat(signer.fingerprint().value()).isEqualTo(fingerprint);
        assertThatThrownBy(() -> new GpgSigner(gpg, "min@lab.example")).isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> new GpgSigner(gpg, "Admin"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("not a fingerprint, long key id or mail address");
        runWithoutPassphrase("--quick-generate-key", "Other <admin@lab.example>", "ed25519", "sign", "1y");
        assertThatThrownBy(() -> new GpgSigner(gpg, "admin@lab.example"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("several secret keys")
                .hasMessageContaining(fingerprint);
    }

    @Test
    void aMissingProgramIsNamed() {
        assertThatThrownBy(() -> new GpgSigner(new Gpg("gpg-not-there", Map.of()), "0123456789ABCDEF"))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("gpg-not-there");
    }

    private String makeKey(String algorithm, String usage) {
        return makeKey(algorithm, usage, "");
    }

    private String makeKey(String algorithm, String usage, String passphrase) {
        run(passphrase, "--quick-generate-key", "Admin <admin@lab.example>", algorithm, usage, "1y");
        String listing =
                gpg.run(Bytes.EMPTY, List.of("--with-colons", "--list-keys")).text();
        return listing.lines()
                .filter(l -> l.startsWith("fpr:"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
    }

    private Bytes runWithoutPassphrase(String... arguments) {
        return run("", arguments);
    }

    private Bytes run(String passphrase, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--pinentry-mode", "loopback", "--passphrase", passphrase));
        all.addAll(List.of(arguments));
        return gpg.run(Bytes.EMPTY, all);
    }
}
