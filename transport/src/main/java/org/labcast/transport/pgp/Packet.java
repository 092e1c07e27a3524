package org.labcast.transport.pgp;

import java.util.ArrayList;
import java.util.List;
import org.labcast.model.Bytes;

/**
 * One OpenPGP packet: its type and its content, with the bytes it was read from.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-4.2">RFC 9580, section 4.2</a>
 */
record Packet(int tag, Bytes body, Bytes encoded) {
    private static final int FIRST_PARTIAL_LENGTH = 224;

    static final int SIGNATURE = 2;
    static final int SECRET_KEY = 5;
    static final int PUBLIC_KEY = 6;
    static final int SECRET_SUBKEY = 7;
    static final int MARKER = 10;
    static final int TRUST = 12;
    static final int USER_ID = 13;
    static final int PUBLIC_SUBKEY = 14;
    static final int USER_ATTRIBUTE = 17;
    static final int PADDING = 21;
    /** Unknown packets from this type on may be skipped; those below are critical. */
    static final int FIRST_NON_CRITICAL = 40;

    /** The packets that fill {@code bytes} exactly; partial and indeterminate lengths are for streamed data and refused. */
    static List<Packet> readAll(Bytes bytes) {
        List<Packet> packets = new ArrayList<>();
        Octets octets = new Octets(bytes);
        while (!octets.atEnd()) {
            packets.add(read(octets));
        }
        return packets;
    }

    private static Packet read(Octets octets) {
        int from = octets.position();
        int header = octets.u8();
        if ((header & 0x80) == 0) {
            throw new MalformedException("byte " + from + " does not begin an OpenPGP packet");
        }
        boolean current = (header & 0x40) != 0;
        int tag = current ? header & 0x3f : (header >> 2) & 0x0f;
        Bytes body = octets.take(current ? octets.length(FIRST_PARTIAL_LENGTH) : oldLength(header & 3, octets));
        return new Packet(tag, body, octets.since(from));
    }

    private static long oldLength(int kind, Octets octets) {
        return switch (kind) {
            case 0 -> octets.u8();
            case 1 -> octets.u16();
            case 2 -> octets.u32();
            default -> throw new MalformedException("a packet of indeterminate length is not allowed here");
        };
    }
}
