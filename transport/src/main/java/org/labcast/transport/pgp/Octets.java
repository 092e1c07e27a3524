package org.labcast.transport.pgp;

import java.math.BigInteger;
import java.util.Arrays;
import org.labcast.model.Bytes;

/** Reads big-endian fields one after the other and never past the end; nothing is allocated before the length was checked. */
final class Octets {
    private final byte[] bytes;
    private int position;

    Octets(Bytes bytes) {
        this.bytes = bytes.toArray();
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    int u8() {
        need(1);
        return bytes[position++] & 0xff;
    }

    int u16() {
        return (u8() << 8) | u8();
    }

    long u32() {
        return ((long) u16() << 16) | u16();
    }

    Bytes take(long count) {
        need(count);
        int from = position;
        position += (int) count;
        return since(from);
    }

    /** What was read after {@code from}, a former {@link #position()}. */
    Bytes since(int from) {
        return Bytes.of(Arrays.copyOfRange(bytes, from, position));
    }

    Bytes rest() {
        return take(bytes.length - position);
    }

    /**
     * A multiprecision integer in its one canonical form.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-3.2">RFC 9580, section 3.2</a>
     */
    BigInteger mpi() {
        int bits = u16();
        BigInteger value = new BigInteger(1, take((bits + 7) / 8).toArray());
        if (value.bitLength() != bits) {
            throw new MalformedException("a number's stated length of " + bits + " bits is not its real length");
        }
        return value;
    }

    void end(String what) {
        if (!atEnd()) {
            throw new MalformedException(what + " is followed by " + (bytes.length - position) + " bytes too many");
        }
    }

    /**
     * A length in one, two or five bytes, as packets and subpackets have it.
     *
     * @param twoByteEnd the first leading byte that no longer begins a two-byte length
     */
    long length(int twoByteEnd) {
        int first = u8();
        if (first < 192) {
            return first;
        }
        if (first < twoByteEnd) {
            return ((first - 192L) << 8) + u8() + 192;
        }
        if (first == 255) {
            return u32();
        }
        throw new MalformedException("a packet of partial length is not allowed here");
    }

    private void need(long count) {
        if (count > bytes.length - position) {
            throw new MalformedException(
                    "the data ends early: " + count + " bytes announced, " + (bytes.length - position) + " there");
        }
    }
}
