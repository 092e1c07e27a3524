package org.labcast.transport.pgp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.concat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labcast.fuzz.ReaderFuzz;
import org.labcast.model.Bytes;

/** Signatures and keys that are cut, spliced and enlarged. */
class OpenPgpFuzzTest {
    private static final byte[] SIGNATURE = Forge.document(ADMIN);
    private static final byte[] CERTIFICATE = Forge.certificateWithSubkey(Forge.binding(ADMIN, Forge.SUBKEY));
    private static final Clock CLOCK = Clock.fixed(Forge.NOW, ZoneOffset.UTC);

    private static byte[] armored(String type, byte[] content) {
        return Armor.write(type, content).getBytes(US_ASCII);
    }

    @Test
    void aSignatureIsAcceptedOrRefused() {
        TrustStore trust = TrustStore.of(Certificate.readAll(CERTIFICATE));
        SignatureVerifier verifier = new SignatureVerifier(CLOCK, SignaturePolicy.standard());
        ReaderFuzz.of("signature")
                .inputs(List.of(SIGNATURE, armored(Armor.SIGNATURE, SIGNATURE)))
                .tries(3_000)
                .read(input -> {
                    Verification verification = verifier.verify(Forge.PAYLOAD, Bytes.of(input), trust);
                    assertThat(verification).isNotNull();
                });
    }

    /** Its body alone, so that most inputs come to the fields and subpackets. */
    @Test
    void fieldsOfASignatureAreAcceptedOrRefused() {
        TrustStore trust = TrustStore.of(Certificate.readAll(CERTIFICATE));
        SignatureVerifier verifier = new SignatureVerifier(CLOCK, SignaturePolicy.standard());
        ReaderFuzz.of("fields of a signature")
                .inputs(List.of(Forge.body(SIGNATURE)))
                .tries(3_000)
                .read(input -> {
                    byte[] packet = Forge.packet(Packet.SIGNATURE, input);
                    assertThat(verifier.verify(Forge.PAYLOAD, Bytes.of(packet), trust))
                            .isNotNull();
                });
    }

    @Test
    void aCertificateIsReadOrRefusedAndThenUsable() {
        byte[] two = concat(CERTIFICATE, Forge.certificate(Forge.MALLORY));
        ReaderFuzz.of("certificate")
                .inputs(List.of(CERTIFICATE, two, armored(Armor.PUBLIC_KEY, CERTIFICATE)))
                .refusesBy(KeyException.class)
                .read(input -> assertThat(Forge.verify(SIGNATURE, input)).isNotNull());
    }

    /** Each packet is changed for itself, and the lengths around it are right again. */
    @Test
    void packetsOfACertificateAreReadOrRefused() {
        List<Packet> packets = Packet.readAll(Bytes.of(CERTIFICATE));
        ReaderFuzz.of("packets of a certificate")
                .tries(400)
                .inputs(packets.stream().map(packet -> packet.body().toArray()).toList())
                .refusesBy(KeyException.class)
                .read(input -> {
                    for (int changed = 0; changed < packets.size(); changed++) {
                        byte[] all = {};
                        for (int i = 0; i < packets.size(); i++) {
                            Packet packet = packets.get(i);
                            byte[] body = i == changed && !alike(packet, input)
                                    ? input
                                    : packet.body().toArray();
                            all = concat(all, Forge.packet(packet.tag(), body));
                        }
                        readable(all);
                    }
                });
    }

    private static boolean alike(Packet packet, byte[] input) {
        return Arrays.equals(packet.body().toArray(), input);
    }

    /** Each place for itself: that one is refused says nothing of the next. */
    private static void readable(byte[] certificate) {
        try {
            assertThat(Forge.verify(SIGNATURE, certificate)).isNotNull();
        } catch (KeyException e) {
            assertThat(e).hasMessageContaining("certificate");
        }
    }

    @Test
    void aSecretKeyIsReadOrRefused() {
        SecretKey key = SecretKey.generate("Lab Admin <admin@lab.example>", CLOCK);
        byte[] armored = key.armored().getBytes(US_ASCII);
        byte[] binary = Armor.readAll(Bytes.of(armored)).get(0).content().toArray();
        ReaderFuzz.of("secret key")
                .inputs(List.of(armored, binary, binary, binary))
                .refusesBy(KeyException.class)
                .read(input -> assertThat(SecretKey.read(input, CLOCK)).isNotNull());
    }
}
