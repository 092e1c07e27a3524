package org.labcast.transport.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labcast.transport.pgp.Forge.ADMIN;
import static org.labcast.transport.pgp.Forge.KEYS_MADE;
import static org.labcast.transport.pgp.Forge.SIGNED;
import static org.labcast.transport.pgp.Forge.certificate;
import static org.labcast.transport.pgp.Forge.concat;
import static org.labcast.transport.pgp.Forge.document;

import java.math.BigInteger;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;
import org.labcast.model.Bytes;

/** Which algorithms and key sizes are believed. */
class KeyStrengthTest {
    @Test
    void ed25519InBothFormsAndVersions() {
        assertThat(verdict(ForgedKey.legacyEd25519(KEYS_MADE))).isEqualTo("ACCEPTED");
        assertThat(verdict(ForgedKey.ed25519(4, KEYS_MADE))).isEqualTo("ACCEPTED");
        assertThat(verdict(ForgedKey.ed25519(6, KEYS_MADE))).isEqualTo("ACCEPTED");
    }

    @Test
    void aVersion6SignatureHasTheSaltOfItsHash() {
        ForgedKey key = ForgedKey.ed25519(6, KEYS_MADE);
        for (int size : new int[] {0, 16, 31, 33, 255}) {
            byte[] signature = document(new ForgedSignature(0, key).at(SIGNED).saltSize(size));
            assertThat(Forge.verdict(signature, certificate(key))).isEqualTo("MALFORMED");
        }
    }

    @Test
    void rsaFrom3072Bits() {
        assertThat(verdict(ForgedKey.rsa(1024, 65537, KEYS_MADE))).isEqualTo("WEAK_KEY");
        assertThat(verdict(ForgedKey.rsa(2048, 65537, KEYS_MADE))).isEqualTo("WEAK_KEY");
        assertThat(verdict(ForgedKey.rsa(3072, 3, KEYS_MADE))).isEqualTo("WEAK_KEY");
        assertThat(verdict(ForgedKey.rsa(3072, 65537, KEYS_MADE))).isEqualTo("ACCEPTED");
    }

    @Test
    void theNistCurvesAndNoOthers() throws Exception {
        assertThat(verdict(ForgedKey.ecdsa(SECObjectIdentifiers.secp256r1, KEYS_MADE)))
                .isEqualTo("ACCEPTED");
        assertThat(verdict(ForgedKey.ecdsa(SECObjectIdentifiers.secp384r1, KEYS_MADE)))
                .isEqualTo("ACCEPTED");
        assertThat(verdict(ForgedKey.ecdsa(SECObjectIdentifiers.secp521r1, KEYS_MADE)))
                .isEqualTo("ACCEPTED");
        assertThat(verdict(ForgedKey.ecdsa(SECObjectIdentifiers.secp256k1, KEYS_MADE)))
                .isEqualTo("WEAK_KEY");
        assertThat(verdict(ForgedKey.ecdsa(TeleTrusTObjectIdentifiers.brainpoolP256r1, KEYS_MADE)))
                .isEqualTo("WEAK_KEY");
    }

    @Test
    void otherAlgorithmsAndMalformedKeys() {
        for (int algorithm : new int[] {2, 16, 17, 18, 25, 28, 99}) {
            ForgedKey odd = withAlgorithm(algorithm);
            assertThat(verdict(odd)).isEqualTo("WEAK_KEY");
        }
        assertThat(verdict(withAlgorithm(19))).isEqualTo("WEAK_KEY");
        assertThat(verdict(withAlgorithm(1))).isEqualTo("WEAK_KEY");
    }

    @Test
    void anEd25519KeyOfSmallOrder() {
        byte[] body = ForgedKey.ed25519(4, KEYS_MADE).body();
        byte[] identity = Forge.hex("01" + "00".repeat(31));
        System.arraycopy(identity, 0, body, body.length - 32, 32);
        assertThat(verdict(new ForgedKey(4, 27, Bytes.of(body), (hash, digest) -> concat(identity, new byte[32]))))
                .isEqualTo("WEAK_KEY");
    }

    private static ForgedKey withAlgorithm(int algorithm) {
        byte[] body = ADMIN.body().clone();
        body[5] = (byte) algorithm;
        return new ForgedKey(4, algorithm, Bytes.of(body), ADMIN.sign());
    }

    @Test
    void aWeakSubkeyOrPrimaryKeyIsEnough() {
        ForgedKey weak = ForgedKey.rsa(1024, 65537, KEYS_MADE);
        byte[] weakSubkey = concat(
                certificate(ADMIN), weak.subkey(), Forge.binding(ADMIN, weak).overKeys(ADMIN, weak));
        assertThat(Forge.verdict(document(weak), weakSubkey)).isEqualTo("WEAK_KEY");
        byte[] weakPrimary = concat(
                certificate(weak), ADMIN.subkey(), Forge.binding(weak, ADMIN).overKeys(weak, ADMIN));
        assertThat(Forge.verdict(document(ADMIN), weakPrimary)).isEqualTo("WEAK_KEY");
    }

    @Test
    void anEdwardsSignatureIsReduced() {
        BigInteger order = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
        ForgedKey unreduced = new ForgedKey(4, 22, ADMIN.content(), (hash, digest) -> {
            Octets numbers = new Octets(Bytes.of(ADMIN.sign().apply(hash, digest)));
            return concat(Forge.mpi(numbers.mpi()), Forge.mpi(numbers.mpi().add(order)));
        });
        assertThat(Forge.verdict(document(unreduced), certificate(ADMIN))).isEqualTo("BAD_SIGNATURE");
    }

    @Test
    void anEcdsaSignatureHasNumbersInRange() throws Exception {
        ForgedKey key = ForgedKey.ecdsa(SECObjectIdentifiers.secp256r1, KEYS_MADE);
        BigInteger order =
                CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1).getN();
        for (BigInteger odd : new BigInteger[] {BigInteger.ZERO, order}) {
            ForgedKey cheating =
                    new ForgedKey(4, 19, key.content(), (hash, digest) -> concat(Forge.mpi(odd), Forge.mpi(odd)));
            assertThat(Forge.verdict(document(cheating), certificate(key))).isEqualTo("BAD_SIGNATURE");
        }
    }

    private static String verdict(ForgedKey key) {
        return Forge.verdict(document(key), certificate(key));
    }
}
