package org.labcast.transport.pgp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.MALLORY;
import static org.labcast.transport.pgp.Forge.NOW;
import static org.labcast.transport.pgp.Forge.certificate;
import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.document;
import static org.labcast.transport.pgp.Forge.packet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

class TrustStoreTest {
    private static final Fingerprint ADMINS = ADMIN.packet().fingerprint();
    private static final Fingerprint MALLORYS = MALLORY.packet().fingerprint();

    @TempDir
    Path folder;

    @Test
    void readsBinaryAndArmoredFilesOfAFolder() throws IOException {
        Files.write(folder.resolve("admin.pgp"), certificate(ADMIN));
        Files.writeString(
                folder.resolve("mallory.asc"),
                Certificate.readAll(certificate(MALLORY)).get(0).armored());
        Files.writeString(folder.resolve("README"), "not a key");

        TrustStore trust = TrustStore.ofDirectory(folder);

        assertThat(trust.certificates()).extracting(Certificate::fingerprint).containsExactly(ADMINS, MALLORYS);
        assertThat(trust.find(MALLORYS)).isPresent();
        assertThat(trust.find(new Fingerprint("0".repeat(40)))).isEmpty();
    }

    @Test
    void anyOfSeveralCertificatesMayBeTheSigner() {
        byte[] unrelated = concat(certificate(MALLORY), certificate(ForgedKey.rsa(1024, 65537, Forge.KEYS_MADE)));
        assertThat(Forge.verdict(document(ADMIN), concat(unrelated, certificate(ADMIN))))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void packetsWithoutMeaningAreSkipped() {
        byte[] attribute = concat(
                packet(Packet.USER_ATTRIBUTE, new byte[3]),
                Forge.selfSignature(ADMIN).overUserId(ADMIN));
        byte[] oldSubkey = packet(Packet.PUBLIC_SUBKEY, new byte[] {3, 0, 0, 0, 0});
        byte[] oldSignature = packet(Packet.SIGNATURE, new byte[] {3, 5});
        byte[] all = concat(
                packet(Packet.MARKER, "PGP".getBytes(UTF_8)),
                certificate(ADMIN),
                oldSignature,
                packet(Packet.TRUST, new byte[2]),
                attribute,
                oldSubkey,
                packet(60, new byte[2]),
                packet(Packet.PADDING, new byte[9]));
        assertThat(Forge.verdict(document(ADMIN), all)).isEqualTo("ACCEPTED");
    }

    @Test
    void anEmptyStoreBelievesNobody() {
        assertThat(new SignatureVerifier(Clock.fixed(NOW, ZoneOffset.UTC), SignaturePolicy.standard())
                        .verify(Forge.PAYLOAD, Bytes.of(document(ADMIN)), TrustStore.of(List.of())))
                .asString()
                .contains("UNKNOWN_SIGNER");
    }

    @Test
    void aFileThatIsNoCertificateIsNamed() throws IOException {
        refused(new byte[0], "no OpenPGP certificate");
        refused("hello".getBytes(UTF_8), "no OpenPGP certificate");
        refused(document(ADMIN), "does not begin with a key");
        refused(concat(certificate(ADMIN), new byte[] {0}), "not a readable");
        refused(concat(certificate(ADMIN), packet(11, new byte[9])), "type 11");
        refused(packet(Packet.SECRET_KEY, ADMIN.body()), "secret key");
        refused(concat(certificate(ADMIN), packet(Packet.SECRET_SUBKEY, ADMIN.body())), "secret key");
        refused(Armor.write(Armor.PRIVATE_KEY, ADMIN.primary()).getBytes(UTF_8), "secret key");
        refused(Armor.write(Armor.SIGNATURE, certificate(ADMIN)).getBytes(UTF_8), "PGP SIGNATURE");
        refused(packet(Packet.PUBLIC_KEY, new byte[] {3, 0, 0, 0, 0, 0, 0, 1}), "version 3");
    }

    private void refused(byte[] content, String because) throws IOException {
        Path file = Files.write(folder.resolve("trust.pgp"), content);
        assertThatThrownBy(() -> TrustStore.ofFile(file))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(because);
        assertThatThrownBy(() -> TrustStore.ofDirectory(folder)).hasMessageContaining(file.toString());
    }

    @Test
    void certificatesAreFoundInAMailAndUnderAMark() {
        String armored = Certificate.readAll(certificate(ADMIN)).get(0).armored();
        for (String text : List.of(
                "\ufeff" + armored.replace("\n", "\r\n"),
                "Dear Bob,\n\nhere is my key:\n\n" + armored + "\n-- \nAnn\n")) {
            assertThat(Certificate.readAll(text.getBytes(UTF_8)))
                    .extracting(Certificate::fingerprint)
                    .containsExactly(ADMINS);
        }
        assertThatThrownBy(() -> Certificate.readAll(armored.getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> Certificate.readAll(
                        ("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n" + armored).getBytes(UTF_8)))
                .hasMessageContaining("signed text");
    }

    @Test
    void aFileThatCannotBeReadTakesNothingFromTheOthersAndGivesNothing() throws IOException {
        Files.write(folder.resolve("admin.pgp"), certificate(ADMIN));
        Files.writeString(folder.resolve("broken.asc"), "garbage");

        TrustStore.Found readable = TrustStore.readableOf(folder);

        assertThat(readable.store().certificates())
                .extracting(Certificate::fingerprint)
                .containsExactly(ADMINS);
        assertThat(readable.problems()).singleElement().asString().contains("broken.asc");
    }

    @Test
    void aMissingFileOrFolderIsNamed() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> TrustStore.ofFile(missing))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(missing.toString());
        assertThatThrownBy(() -> TrustStore.ofDirectory(missing))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void aCertificateIsWrittenAsItWasRead() {
        byte[] content = Forge.certificateWithSubkey(Forge.binding(ADMIN, Forge.SUBKEY));
        Certificate certificate = Certificate.readAll(content).get(0);
        assertThat(certificate.encoded()).isEqualTo(content);
        assertThat(certificate.userId()).isEqualTo("Lab Admin <admin@lab.example>");
        assertThat(Certificate.readAll(certificate.armored().getBytes(UTF_8))
                        .get(0)
                        .encoded())
                .isEqualTo(content);
    }

    @Test
    void copiesOfACertificateAreJoined() {
        byte[] revoked = concat(ADMIN.primary(), new ForgedSignature(0x20, ADMIN).overKeys(ADMIN));
        TrustStore trust = TrustStore.of(Certificate.readAll(
                concat(Forge.certificateWithSubkey(Forge.binding(ADMIN, Forge.SUBKEY)), revoked, certificate(ADMIN))));
        byte[] joined = trust.find(ADMINS).orElseThrow().encoded();
        assertThat(Forge.verdict(document(ADMIN), joined)).isEqualTo("KEY_REVOKED");
    }
}
