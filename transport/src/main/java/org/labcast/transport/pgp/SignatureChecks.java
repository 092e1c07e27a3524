package org.labcast.transport.pgp;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Consumer;
import org.labcast.model.Bytes;

/**
 * The arithmetic: is this signature really that key's, over that object? Says nothing about whether the key may.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.2.4">RFC 9580, section 5.2.4</a>
 */
final class SignatureChecks {
    private SignatureChecks() {}

    static boolean overData(SignaturePacket signature, KeyPacket signer, Bytes data) {
        return check(signature, signer, digest -> digest.update(data.toArray()));
    }

    static boolean overKey(SignaturePacket signature, KeyPacket signer, KeyPacket key) {
        return check(signature, signer, key::writeTo);
    }

    static boolean overSubkey(SignaturePacket signature, KeyPacket signer, KeyPacket primary, KeyPacket subkey) {
        return check(signature, signer, digest -> {
            primary.writeTo(digest);
            subkey.writeTo(digest);
        });
    }

    static boolean overUserId(SignaturePacket signature, KeyPacket primary, Bytes userId) {
        return check(signature, primary, digest -> {
            primary.writeTo(digest);
            digest.update((byte) 0xb4);
            for (int shift = 24; shift >= 0; shift -= 8) {
                digest.update((byte) (userId.size() >> shift));
            }
            digest.update(userId.toArray());
        });
    }

    private static boolean check(SignaturePacket signature, KeyPacket signer, Consumer<MessageDigest> object) {
        if (signature.version() != signer.version()
                || signature.keyAlgorithm() != signer.algorithm()
                || signature.hash().isEmpty()) {
            return false;
        }
        byte[] digest = signature.digest(signature.hash().get(), object);
        if (!Arrays.equals(digest, 0, 2, signature.prefix().toArray(), 0, 2)) {
            return false;
        }
        try {
            return signer.material().verifies(signature.hash().get(), digest, new Octets(signature.value()));
        } catch (MalformedException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return false;
        }
    }
}
