package org.labcast.agent.cases;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.labcast.model.InvalidValueException;

/** Lines of bytes, of which no more is kept than a bound. */
final class Lines {
    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[64 << 10];
    private int from;
    private int until;
    private byte[] line = {};
    private boolean cut;
    private int number;

    /** @param longest bytes of a line, without its end */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line; false behind the last one. */
    boolean next() throws IOException {
        if (!more()) {
            return false;
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        cut = false;
        boolean ended = false;
        while (!ended && more()) {
            int end = from;
            while (end < until && chunk[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - from, longest - read.size());
            cut |= kept < end - from;
            read.write(chunk, from, kept);
            ended = end < until;
            from = ended ? end + 1 : end;
        }
        line = read.toByteArray();
        number++;
        return true;
    }

    /** Whether there are bytes in the chunk, which is filled when it is empty. */
    private boolean more() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, in.read(chunk));
        }
        return from < until;
    }

    boolean blank() {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    /** @throws InvalidValueException when it is longer than the bound */
    byte[] line() {
        if (cut) {
            throw new InvalidValueException("longer than " + longest + " bytes");
        }
        return line;
    }

    /** Of the line, from 1. */
    int number() {
        return number;
    }
}
