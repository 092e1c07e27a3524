package org.labcast.model.host;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.labcast.model.HostName;
import org.labcast.model.Realm;
import org.labcast.model.Secret;

/**
 * A new host's introduction of its key.
 *
 * @param certificate the host's OpenPGP certificate, armored
 * @param mac HMAC-SHA256 with the invitation's token over realm, host and certificate, lower-case hexadecimal
 */
public record Enrolment(Realm realm, HostName host, String certificate, String mac) {
    public static Enrolment of(Realm realm, HostName host, String certificate, Secret token) {
        return new Enrolment(realm, host, certificate, mac(realm, host, certificate, token));
    }

    /** Whether whoever wrote this holds the token of the invitation. */
    public boolean isMadeWith(Secret token) {
        return MessageDigest.isEqual(
                mac.getBytes(StandardCharsets.UTF_8),
                mac(realm, host, certificate, token).getBytes(StandardCharsets.UTF_8));
    }

    /** Names are labels, so that a line feed separates them beyond doubt. */
    private static String mac(Realm realm, HostName host, String certificate, Secret token) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = "labcast.enrolment.v1\n" + realm + "\n" + host + "\n" + certificate;
            return HexFormat.of().formatHex(hmac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
