package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.concat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.Verification.Accepted;
import org.labcast.transport.pgp.Verification.Refused;

/** What holds for every damage, not just for the ones somebody thought of. */
class SignaturePropertiesTest {
    private static final byte[] SIGNATURE = Forge.document(ADMIN);
    private static final byte[] CERTIFICATE = Forge.certificateWithSubkey(Forge.binding(ADMIN, Forge.SUBKEY));

    @Example
    void anyChangedBitOfTheSignatureRefuses() {
        for (int bit = 0; bit < SIGNATURE.length * 8; bit++) {
            assertThat(Forge.verify(flipped(SIGNATURE, bit), CERTIFICATE)).isInstanceOf(Refused.class);
        }
    }

    @Property(tries = 200)
    void anyChangedBitOfThePayloadRefuses(@ForAll @NotEmpty byte[] payload, @ForAll @IntRange(max = 9999) int bit) {
        byte[] signature = new ForgedSignature(0, ADMIN).at(Forge.SIGNED).over(payload);
        assertThat(Forge.verify(Bytes.of(payload), signature, CERTIFICATE)).isInstanceOf(Accepted.class);
        assertThat(Forge.verify(Bytes.of(flipped(payload, bit)), signature, CERTIFICATE))
                .isInstanceOf(Refused.class);
    }

    @Property
    void randomBytesNeverCrash(@ForAll byte[] noise) {
        assertThat(Forge.verify(noise, CERTIFICATE)).isInstanceOf(Refused.class);
        assertThat(Forge.verify(Forge.packet(Packet.SIGNATURE, noise), CERTIFICATE))
                .isInstanceOf(Refused.class);
        assertThat(Forge.verify(concat(SIGNATURE, noise), CERTIFICATE))
                .isInstanceOf(noise.length == 0 ? Accepted.class : Refused.class);
    }

    /** A damaged certificate may still be believed where the damage was to nothing that matters, but it never crashes. */
    @Property
    void aDamagedCertificateNeverCrashes(@ForAll @Size(max = 4) int[] positions) {
        byte[] damaged = CERTIFICATE;
        for (int position : positions) {
            damaged = flipped(damaged, position & 0x7fffffff);
        }
        try {
            assertThat(Forge.verify(SIGNATURE, damaged)).isNotNull();
        } catch (KeyException e) {
            assertThat(e).hasMessageContaining("certificate");
        }
    }

    private static byte[] flipped(byte[] bytes, int position) {
        byte[] copy = bytes.clone();
        copy[position / 8 % copy.length] ^= (byte) (1 << position % 8);
        return copy;
    }
}
