package org.labcast.transport.pgp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.MALLORY;
import static org.labcast.transport.pgp.Forge.body;
import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.document;
import static org.labcast.transport.pgp.Forge.hex;
import static org.labcast.transport.pgp.Forge.number;
import static org.labcast.transport.pgp.Forge.packet;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labcast.model.Bytes;

/** One signature packet, binary or armored, and nothing else. */
class SignatureFormTest {
    private static final byte[] GOOD = document(ADMIN);
    private static final byte[] BODY = body(GOOD);
    private static final String ARMORED = Armor.write(Armor.SIGNATURE, GOOD);

    @Test
    void everyFixedLengthIsRead() {
        assertThat(verdict(concat(hex("88"), number(BODY.length, 1), BODY))).isEqualTo("ACCEPTED");
        assertThat(verdict(concat(hex("89"), number(BODY.length, 2), BODY))).isEqualTo("ACCEPTED");
        assertThat(verdict(concat(hex("8a"), number(BODY.length, 4), BODY))).isEqualTo("ACCEPTED");
        assertThat(verdict(concat(hex("c2"), number(BODY.length, 1), BODY))).isEqualTo("ACCEPTED");
        assertThat(verdict(concat(hex("c2ff"), number(BODY.length, 4), BODY))).isEqualTo("ACCEPTED");
    }

    @Test
    void streamedLengthsAreRefused() {
        assertThat(verdict(concat(hex("8b"), BODY))).isEqualTo("MALFORMED");
        byte[] first = Arrays.copyOf(BODY, 64);
        byte[] second = Arrays.copyOfRange(BODY, 64, BODY.length);
        assertThat(verdict(concat(hex("c2e6"), first, number(second.length, 1), second)))
                .isEqualTo("MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "88",
                "c2",
                "c2ff",
                "c2fffffffff0",
                "8affffffff",
                "88ff",
                "00",
                "7f",
                "c200",
                "c20104",
                "ffff"
            })
    void stubsAndHugeLengthsAreRefused(String digits) {
        assertThat(verdict(hex(digits))).isIn("MALFORMED", "NOT_ONE_SIGNATURE");
    }

    @Test
    void hugeLengthsInsideAreRefused() {
        assertThat(verdict(packet(2, hex("04001608ffff")))).isEqualTo("MALFORMED");
        assertThat(verdict(packet(2, hex("060016" + "0a" + "ffffffff")))).isEqualTo("MALFORMED");
        assertThat(verdict(packet(2, hex("0400160a0006" + "fffffffff002")))).isEqualTo("MALFORMED");
        assertThat(verdict(packet(2, hex("0400160a0001" + "00" + "0000")))).isEqualTo("MALFORMED");
    }

    @Test
    void everyCutIsRefused() {
        for (int size = 0; size < GOOD.length; size++) {
            assertThat(verdict(Arrays.copyOf(GOOD, size))).isIn("MALFORMED", "NOT_ONE_SIGNATURE");
        }
    }

    @Test
    void twoSignaturesAreRefusedInEveryOrder() {
        byte[] bad = document(MALLORY);
        for (byte[] both : new byte[][] {concat(GOOD, bad), concat(bad, GOOD), concat(GOOD, GOOD)}) {
            assertThat(verdict(both)).isEqualTo("NOT_ONE_SIGNATURE");
        }
    }

    @Test
    void otherPacketsBesideItAreRefused() {
        byte[] marker = packet(Packet.MARKER, "PGP".getBytes(UTF_8));
        byte[] padding = packet(Packet.PADDING, new byte[3]);
        byte[] trust = packet(Packet.TRUST, new byte[1]);
        byte[] literal = packet(11, concat(hex("620000000000"), "text".getBytes(UTF_8)));
        byte[] onePass = packet(4, hex("03000a16" + "0123456789abcdef" + "01"));
        byte[] unknown = packet(60, new byte[3]);
        for (byte[] other : new byte[][] {marker, padding, trust, literal, onePass, unknown}) {
            assertThat(verdict(concat(other, GOOD))).isEqualTo("NOT_ONE_SIGNATURE");
            assertThat(verdict(concat(GOOD, other))).isEqualTo("NOT_ONE_SIGNATURE");
            assertThat(verdict(other)).isEqualTo("NOT_ONE_SIGNATURE");
        }
        assertThat(verdict(concat(onePass, literal, GOOD))).isEqualTo("NOT_ONE_SIGNATURE");
        assertThat(verdict(Forge.certificate(ADMIN))).isEqualTo("NOT_ONE_SIGNATURE");
    }

    @Test
    void garbageBesideItIsRefused() {
        assertThat(verdict(concat(GOOD, new byte[] {0}))).isEqualTo("MALFORMED");
        assertThat(verdict(concat(new byte[] {0}, GOOD))).isEqualTo("MALFORMED");
        assertThat(verdict(concat(GOOD, "\n".getBytes(UTF_8)))).isEqualTo("MALFORMED");
        assertThat(verdict(packet(2, concat(BODY, new byte[1])))).isEqualTo("BAD_SIGNATURE");
    }

    @Test
    void compressedOrEncryptedIsRefused() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        compressed.write(1);
        try (var deflater = new DeflaterOutputStream(compressed, new Deflater(9, true))) {
            deflater.write(GOOD);
        }
        assertThat(verdict(packet(8, compressed.toByteArray()))).isEqualTo("NOT_ONE_SIGNATURE");
        assertThat(verdict(packet(18, GOOD))).isEqualTo("NOT_ONE_SIGNATURE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 5, 6, 7, 255})
    void otherVersionsAreRefused(int version) {
        byte[] other = BODY.clone();
        other[0] = (byte) version;
        assertThat(verdict(packet(2, other))).isIn("MALFORMED", "BAD_SIGNATURE");
    }

    @Test
    void numbersHaveOneForm() {
        int r = BODY.length - numbersLength();
        byte[] head = Arrays.copyOf(BODY, r);
        byte[] numbers = Arrays.copyOfRange(BODY, r, BODY.length);
        byte[] longer = numbers.clone();
        longer[1]++;
        assertThat(verdict(packet(2, concat(head, longer)))).isEqualTo("BAD_SIGNATURE");
        assertThat(verdict(packet(2, concat(head, hex("00000000"))))).isEqualTo("BAD_SIGNATURE");
        assertThat(verdict(packet(2, head))).isEqualTo("BAD_SIGNATURE");
        assertThat(verdict(packet(2, concat(head, number(numbers[1] + 264, 2), new byte[2], numbers))))
                .isEqualTo("BAD_SIGNATURE");
        assertThat(verdict(packet(2, concat(head, numbers)))).isEqualTo("ACCEPTED");
    }

    private static int numbersLength() {
        return SignaturePacket.read(Bytes.of(BODY)).value().size();
    }

    @Test
    void armorIsReadWithWhatEditorsAndMailersDoToIt() {
        assertThat(armored(ARMORED)).isEqualTo("ACCEPTED");
        assertThat(armored(ARMORED.replace("\n", "\r\n"))).isEqualTo("ACCEPTED");
        assertThat(armored(ARMORED.replace("-----\n\n", "-----\nVersion: GnuPG v2\nComment:\n\n")))
                .isEqualTo("ACCEPTED");
        assertThat(armored(ARMORED.replaceFirst("\n=.{4}\n", "\n"))).isEqualTo("ACCEPTED");
        assertThat(armored("\n" + ARMORED + "\n \n")).isEqualTo("ACCEPTED");
    }

    /** Notepad and PowerShell, a text signed in place, a signature still in its mail. */
    @Test
    void whatPeopleHandInInsteadIsNamed() {
        assertThat(armored("\u00ef\u00bb\u00bf" + ARMORED.replace("\n", "\r\n")))
                .isEqualTo("ACCEPTED");
        assertThat(explained("\u00ff\u00fe-\0-\0")).contains("UTF-16", "gpg --output FILE");
        assertThat(explained("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nuptime\n" + ARMORED))
                .contains("gpg --clear-sign", "gpg --detach-sign FILE");
        assertThat(explained("Dear Ann,\n" + ARMORED)).contains("keep the lines from -----BEGIN PGP");
    }

    private static String explained(String text) {
        return ((Verification.Refused) Forge.verify(text.getBytes(ISO_8859_1), trust())).explanation();
    }

    @Test
    void otherArmorIsRefused() {
        assertThat(armored(ARMORED.replaceFirst("\n=.{4}\n", "\n=AAAA\n"))).isEqualTo("MALFORMED");
        assertThat(armored("hello\n" + ARMORED)).isEqualTo("MALFORMED");
        assertThat(armored(ARMORED + "hello\n")).isEqualTo("MALFORMED");
        assertThat(armored(ARMORED + ARMORED)).isEqualTo("NOT_ONE_SIGNATURE");
        assertThat(armored(ARMORED.replace("SIGNATURE", "MESSAGE"))).isEqualTo("NOT_ONE_SIGNATURE");
        assertThat(armored(ARMORED.replace("SIGNATURE", "PUBLIC KEY BLOCK"))).isEqualTo("NOT_ONE_SIGNATURE");
        assertThat(armored(ARMORED.replace("END PGP SIGNATURE", "END PGP MESSAGE")))
                .isEqualTo("MALFORMED");
        assertThat(armored(ARMORED.replace("-----\n\n", "-----\n"))).isEqualTo("MALFORMED");
        assertThat(armored(ARMORED.replace("-----\n\n", "-----\nno header\n\n")))
                .isEqualTo("MALFORMED");
        assertThat(armored(ARMORED.substring(0, ARMORED.length() / 2))).isEqualTo("MALFORMED");
        assertThat(armored(ARMORED.replaceFirst("\n\n.", "\n\n*"))).isEqualTo("MALFORMED");
        assertThat(armored("- " + ARMORED)).isEqualTo("MALFORMED");
        assertThat(Forge.verdict(
                        Armor.write(Armor.SIGNATURE, concat(GOOD, GOOD)).getBytes(UTF_8), trust()))
                .isEqualTo("NOT_ONE_SIGNATURE");
    }

    @Test
    void aCleartextSignedMessageIsRefused() {
        assertThat(armored("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nuptime\n" + ARMORED))
                .isEqualTo("MALFORMED");
    }

    @Test
    @Timeout(5)
    void muchOfNothingTakesNoTime() {
        String spaces = " ".repeat(SignaturePolicy.standard().maximalSignatureSize() - ARMORED.length());
        assertThat(armored(ARMORED.replace("-----\n\n", "-----\nComment: " + spaces + "x\n\n")))
                .isIn("ACCEPTED", "TOO_LARGE");
        assertThat(armored(spaces + "x")).isEqualTo("MALFORMED");
        assertThat(armored("\n".repeat(spaces.length()) + ARMORED)).isEqualTo("ACCEPTED");
    }

    @Test
    void sizesAreLimited() {
        byte[] large = new byte[SignaturePolicy.standard().maximalSignatureSize() + 1];
        assertThat(verdict(large)).isEqualTo("TOO_LARGE");
    }

    private static String armored(String text) {
        return verdict(text.getBytes(ISO_8859_1));
    }

    private static String verdict(byte[] signature) {
        return Forge.verdict(signature, trust());
    }

    private static byte[] trust() {
        return concat(Forge.certificate(ADMIN), Forge.certificate(MALLORY));
    }
}
