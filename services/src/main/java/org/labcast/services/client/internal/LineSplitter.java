package org.labcast.services.client.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.labcast.model.Bytes;

/** Makes lines of bytes: UTF-8, ended by LF or CRLF. A line of more than {@value #LONGEST} bytes becomes several. */
final class LineSplitter {
    static final int LONGEST = 1 << 20;

    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    void add(Bytes content) {
        byte[] bytes = content.toArray();
        int from = 0;
        while (from < bytes.length) {
            if (begun.size() == LONGEST && bytes[from] != '\n') {
                split();
            }
            int end = indexOfNewline(bytes, from);
            int until = Math.min(end < 0 ? bytes.length : end, from + LONGEST - begun.size());
            begun.write(bytes, from, until - from);
            from = until;
            if (until == end) {
                lines.add(text(withoutReturn(begun.toByteArray())));
                begun.reset();
                from++;
            }
        }
    }

    private static int indexOfNewline(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Not within a character. */
    private void split() {
        byte[] all = begun.toByteArray();
        int cut = all.length;
        while (cut > all.length - 4 && isContinuation(all[cut - 1])) {
            cut--;
        }
        cut = (all[cut - 1] & 0xc0) == 0xc0 ? cut - 1 : all.length;
        lines.add(text(Arrays.copyOf(all, cut)));
        begun.reset();
        begun.write(all, cut, all.length - cut);
    }

    private static boolean isContinuation(byte octet) {
        return (octet & 0xc0) == 0x80;
    }

    private static byte[] withoutReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The next whole line. */
    Optional<String> line() {
        return Optional.ofNullable(lines.poll());
    }

    /** A last line that has no end. */
    Optional<String> rest() {
        if (begun.size() == 0) {
            return Optional.empty();
        }
        String rest = text(begun.toByteArray());
        begun.reset();
        return Optional.of(rest);
    }
}
