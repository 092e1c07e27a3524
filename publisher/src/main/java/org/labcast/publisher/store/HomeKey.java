package org.labcast.publisher.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.labcast.model.Bytes;
import org.labcast.transport.pgp.SecretKey;
import org.labcast.transport.pgp.Signer;

/**
 * By what hosts know that a result has come to the home that asked for it. It signs receipts and nothing else: the
 * administrator's key may need a passphrase or a card, and there are thousands of receipts.
 *
 * @param certificate in its binary form; jobs name it
 * @param secret armored
 * @param isCopy whether the store was used in another place before this key was made
 */
public record HomeKey(Bytes certificate, String secret, boolean isCopy) {
    /** Earlier than any clock that is right, so that one that is wrong does not make a key of the future. */
    private static final Clock MADE = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);

    static HomeKey generate(boolean isCopy) {
        SecretKey key = SecretKey.generate("Labcast receipts", MADE);
        return new HomeKey(Bytes.of(key.certificate().encoded()), key.armored(), isCopy);
    }

    public Signer signer(Clock clock) {
        return SecretKey.read(secret.getBytes(StandardCharsets.UTF_8), clock);
    }

    @Override
    public String toString() {
        return "HomeKey[" + certificate.sha256() + "]";
    }
}
