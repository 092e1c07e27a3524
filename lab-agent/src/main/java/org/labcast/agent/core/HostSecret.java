package org.labcast.agent.core;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.labcast.model.Bytes;
import org.labcast.model.Secret;

/**
 * Known to this host alone and the same after a restart; it never leaves the host. The broker drops a message whose
 * duplicate id it has seen and replaces one of the same last-value key, and every host may write to those addresses: who
 * could guess a name could make another host's messages disappear.
 */
public record HostSecret(Secret secret) {
    private static final String MAC = "HmacSHA256";

    /** Makes the secret at the first start. */
    public static HostSecret in(Path file) {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, Bytes.utf8(Secret.random().value()));
        }
        return new HostSecret(new Secret(PrivateFiles.read(file).text()));
    }

    /**
     * A name that only this host can make: HMAC-SHA256 in lower-case hexadecimal.
     *
     * @param what is named, the same for the same thing; begins with its kind so that names of two kinds never meet
     */
    public String nameOf(String what) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), MAC));
            return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
