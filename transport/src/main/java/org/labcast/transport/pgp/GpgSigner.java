package org.labcast.transport.pgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;
import org.labcast.text.Printable;

/**
 * Lets gpg hold the key, on a smartcard perhaps, and sign. The time in the signature is gpg's. gpg's agent asks for a passphrase
 * or PIN by itself.
 *
 * @see <a href="https://www.gnupg.org/documentation/manuals/gnupg/">The GNU Privacy Guard manual</a>
 */
public final class GpgSigner implements Signer {
    private static final Pattern FINGERPRINT = Pattern.compile("(0x)?[0-9A-Fa-f]{16,64}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@\\p{Cntrl}]+@[^\\s<>@\\p{Cntrl}]+");

    private final Gpg gpg;
    private final Certificate certificate;

    /**
     * @param key fingerprint or key id of a secret key in gpg's keyring, of the primary key or a subkey, or a mail address
     *     that one secret key there has
     * @throws KeyException when gpg is not installed or has no such key
     */
    public GpgSigner(String key) {
        this(new Gpg("gpg", Map.of()), key);
    }

    GpgSigner(Gpg gpg, String key) {
        this.gpg = gpg;
        Bytes listing = gpg.run(Bytes.EMPTY, List.of("--with-colons", "--list-secret-keys", "--", wanted(key)));
        Bytes exported = gpg.run(Bytes.EMPTY, List.of("--no-armor", "--export", primaryFingerprint(key, listing)));
        this.certificate = Certificate.readAll(exported.toArray()).get(0);
    }

    /** As gpg is asked for it: a part of a mail address would be enough for it, and could be somebody else's. */
    private static String wanted(String key) {
        if (FINGERPRINT.matcher(key).matches()) {
            return key;
        }
        if (ADDRESS.matcher(key).matches()) {
            return "<" + key + ">";
        }
        throw new KeyException("'" + Printable.of(key) + "' is not a fingerprint, long key id or mail address;"
                + " 'gpg --list-secret-keys' shows them");
    }

    /** Field 10 of the line that follows a primary key's own line. */
    private static String primaryFingerprint(String key, Bytes listing) {
        List<String> found = new ArrayList<>();
        boolean primary = false;
        for (String line : listing.text().lines().toList()) {
            if (primary && line.startsWith("fpr:")) {
                found.add(line.split(":")[9]);
            }
            primary = line.startsWith("sec:") || (primary && !line.startsWith("fpr:"));
        }
        if (found.size() != 1) {
            throw new KeyException(
                    found.isEmpty()
                            ? "gpg lists no key for '" + key + "'; try 'gpg --list-secret-keys' yourself"
                            : "gpg has several secret keys for '" + key + "'; choose one by its fingerprint: "
                                    + String.join(", ", found));
        }
        return found.get(0);
    }

    @Override
    public Fingerprint fingerprint() {
        return certificate.fingerprint();
    }

    public Certificate certificate() {
        return certificate;
    }

    @Override
    public Bytes sign(Bytes payload) {
        return gpg.run(
                payload,
                List.of(
                        "--no-armor",
                        "--no-textmode",
                        "--digest-algo",
                        "SHA512",
                        "--local-user",
                        fingerprint().value(),
                        "--output",
                        "-",
                        "--detach-sign"));
    }
}
