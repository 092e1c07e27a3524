package org.labcast.transport.pgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.labcast.model.Bytes;

/**
 * One area of subpackets of a signature.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.2.3.7">RFC 9580, section 5.2.3.7</a>
 */
record Subpackets(List<Subpacket> all) {
    static final int CREATED = 2;
    static final int EXPIRES_AFTER = 3;
    static final int KEY_EXPIRES_AFTER = 9;
    static final int REVOCATION_KEY = 12;
    static final int ISSUER_KEY_ID = 16;
    static final int KEY_FLAGS = 27;
    static final int SIGNER_USER_ID = 28;
    static final int REVOCATION_REASON = 29;
    static final int EMBEDDED_SIGNATURE = 32;
    static final int ISSUER_FINGERPRINT = 33;

    record Subpacket(int type, boolean critical, Bytes body) {}

    static Subpackets read(Bytes area) {
        List<Subpacket> all = new ArrayList<>();
        Octets octets = new Octets(area);
        while (!octets.atEnd()) {
            long length = octets.length(255);
            if (length == 0) {
                throw new MalformedException("a subpacket of the signature is empty");
            }
            int type = octets.u8();
            all.add(new Subpacket(type & 0x7f, (type & 0x80) != 0, octets.take(length - 1)));
        }
        return new Subpackets(List.copyOf(all));
    }

    List<Bytes> bodies(int type) {
        return all.stream().filter(s -> s.type() == type).map(Subpacket::body).toList();
    }

    /** The only subpacket of this type. A second one would let two readers see two different signatures. */
    Optional<Bytes> single(int type) {
        List<Bytes> found = bodies(type);
        if (found.size() > 1) {
            throw new MalformedException("the signature has subpacket " + type + " " + found.size() + " times");
        }
        return found.stream().findFirst();
    }

    /** Seconds, as in the time subpackets. */
    Optional<Long> seconds(int type) {
        return single(type).map(body -> {
            Octets octets = new Octets(body);
            long value = octets.u32();
            octets.end("subpacket " + type);
            return value;
        });
    }

    Optional<Subpacket> criticalOutside(Set<Integer> known) {
        return all.stream()
                .filter(s -> s.critical() && !known.contains(s.type()))
                .findFirst();
    }
}
