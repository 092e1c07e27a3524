package org.labcast.transport.pgp;

import java.util.List;
import java.util.Map;
import org.labcast.model.Bytes;
import org.labcast.model.Fingerprint;

/**
 * Lets gpg hold the key, on a smartcard perhaps, and sign. The time in the signature is gpg's. gpg's agent asks for a passphrase
 * or PIN by itself.
 *
 * @see <a href="https://www.gnupg.org/documentation/manuals/gnupg/">The GNU Privacy Guard manual</a>
 */
public final class GpgSigner implements Signer {
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
            throw new KeyException(
                    "'" + key + "' is not a fingerprint or long key id; 'gpg --list-secret-keys' shows them");
        }
        Bytes listing = gpg.run(Bytes.EMPTY, List.of("--with-colons", "--list-secret-keys", key));
        Bytes exported = gpg.run(Bytes.EMPTY, List.of("--no-armor", "--export", primaryFingerprint(listing)));
        this.certificate = Certificate.readAll(exported.toArray()).get(0);
    }

    /** Field 10 of the first fingerprint line, which is the primary key's. */
    private static String primaryFingerprint(Bytes listing) {
        return listing.text()
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .findFirst()
                .orElseThrow(() -> new KeyException("gpg lists no key; try 'gpg --list-secret-keys' yourself"));
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
