package org.labcast.transport.pgp;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/**
 * Lets gpg hold the key, on a smartcard perhaps, and sign. The time in the signature is gpg's. gpg's agent asks for a passphrase
 * or PIN by itself.
 *
 * @see <a href="https://www.gnupg.org/documentation/manuals/gnupg/">The GNU Privacy Guard manual</a>
 */
public final class GpgSigner implements Signer {
    /** Field 10 of the first fpr line after the sec line: the primary key's. */
    private static final Pattern PRIMARY = Pattern.compile("^sec:(?:.*\\n)+?fpr:(?:[^:]*:){8}([0-9A-F]+):", Pattern.MULTILINE);

    private final Gpg gpg;
    private final Certificate certificate;

    /**
     * @param key fingerprint or key id of a secret key in gpg's keyring, of the primary key or a subkey
     * @throws KeyException when gpg is not installed or has no such key
     */
    public GpgSigner(String key) {
        this(new Gpg("gpg", Map.of()), key);
    }

    GpgSigner(Gpg gpg, String key) {
        this.gpg = gpg;
        if (!key.matches("(0x)?[0-9A-Fa-f]{16,64}")) {
            throw new KeyException("'" + key + "' is not a fingerprint or long key id; 'gpg --list-secret-keys' shows them");
        }
        Bytes listing = gpg.run(Bytes.EMPTY, List.of("--with-colons", "--list-secret-keys", key));
        Matcher primary = PRIMARY.matcher(listing.text());
        if (!primary.find()) {
            throw new KeyException("gpg has no secret key " + key + "; 'gpg --list-secret-keys' shows those it has");
        }
        this.certificate = export(new Fingerprint(primary.group(1)));
    }

    private Certificate export(Fingerprint fingerprint) {
        Bytes exported = gpg.run(Bytes.EMPTY, List.of("--no-armor", "--export", fingerprint.value()));
        return Certificate.readAll(exported.toArray()).get(0);
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
