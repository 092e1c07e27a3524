package org.labcast.transport.pgp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.Verification.Accepted;
import org.labcast.transport.pgp.Verification.Refused;

/** Makes packets byte by byte, also those that no honest program makes. */
final class Forge {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant KEYS_MADE = NOW.minus(Duration.ofDays(100));
    static final Instant SIGNED = NOW.minus(Duration.ofHours(1));
    static final Bytes PAYLOAD = Bytes.utf8("{\"run\":\"uptime\"}\n");
    static final byte[] USER_ID = "Lab Admin <admin@lab.example>".getBytes(UTF_8);

    static final ForgedKey ADMIN = ForgedKey.legacyEd25519(KEYS_MADE);
    static final ForgedKey SUBKEY = ForgedKey.legacyEd25519(KEYS_MADE);
    static final ForgedKey MALLORY = ForgedKey.legacyEd25519(KEYS_MADE);

    private Forge() {}

    /** A good certification of the user id that lets the key certify and sign. */
    static ForgedSignature selfSignature(ForgedKey key) {
        return new ForgedSignature(0x13, key).flags(0x03);
    }

    static byte[] document(ForgedKey key) {
        return document(new ForgedSignature(0x00, key).at(SIGNED));
    }

    static byte[] document(ForgedSignature signature) {
        return signature.over(PAYLOAD.toArray());
    }

    /** A good certificate of one key. */
    static byte[] certificate(ForgedKey key) {
        return certificate(key, selfSignature(key));
    }

    static byte[] certificate(ForgedKey key, ForgedSignature... selfSignatures) {
        byte[] all = concat(key.primary(), packet(Packet.USER_ID, USER_ID));
        for (ForgedSignature s : selfSignatures) {
            all = concat(all, s.overUserId(key));
        }
        return all;
    }

    /** A good binding of a signing subkey, back-signature included. */
    static ForgedSignature binding(ForgedKey primary, ForgedKey subkey) {
        return new ForgedSignature(0x18, primary).flags(0x02).embed(backSignature(subkey), primary, subkey);
    }

    static ForgedSignature backSignature(ForgedKey subkey) {
        return new ForgedSignature(0x19, subkey);
    }

    /** The certificate of {@link #ADMIN} with {@link #SUBKEY} and these signatures after it. */
    static byte[] certificateWithSubkey(ForgedSignature... afterSubkey) {
        byte[] all = concat(certificate(ADMIN), SUBKEY.subkey());
        for (ForgedSignature s : afterSubkey) {
            all = concat(all, s.overKeys(ADMIN, SUBKEY));
        }
        return all;
    }

    static Verification verify(byte[] signature, byte[] certificates) {
        return verify(PAYLOAD, signature, certificates);
    }

    static Verification verify(Bytes payload, byte[] signature, byte[] certificates) {
        return new SignatureVerifier(Clock.fixed(NOW, ZoneOffset.UTC), SignaturePolicy.standard())
                .verify(payload, Bytes.of(signature), TrustStore.of(Certificate.readAll(certificates)));
    }

    /** {@code ACCEPTED} or the reason of the refusal: reads well in assertions. */
    static String verdict(byte[] signature, byte[] certificates) {
        Verification verification = verify(signature, certificates);
        return verification instanceof Refused refused
                ? refused.reason().name()
                : verification instanceof Accepted ? "ACCEPTED" : "";
    }

    static byte[] packet(int tag, byte[] body) {
        return concat(new byte[] {(byte) (0xc0 | tag), (byte) 0xff}, number(body.length, 4), body);
    }

    /** The content of a packet that {@link #packet} made. */
    static byte[] body(byte[] packet) {
        return Packet.readAll(Bytes.of(packet)).get(0).body().toArray();
    }

    static byte[] number(long value, int size) {
        return BigIntegers.asUnsignedByteArray(size, BigInteger.valueOf(value));
    }

    static byte[] mpi(BigInteger value) {
        byte[] content = value.signum() == 0 ? new byte[0] : BigIntegers.asUnsignedByteArray(value);
        return concat(number(value.bitLength(), 2), content);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
