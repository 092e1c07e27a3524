package org.labcast.publisher.cli;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.labcast.model.Bytes;

/**
 * Passes output on: at once and as it is to a file or pipe; to a terminal by whole lines, since what is made printable
 * must not be cut within a character.
 */
public final class LineBufferedOutput implements AutoCloseable {
    /** A line without an end is shown in parts. */
    private static final int LONGEST = 64 << 10;

    private final boolean byLines;
    private final Consumer<Bytes> target;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    LineBufferedOutput(boolean byLines, Consumer<Bytes> target) {
        this.byLines = byLines;
        this.target = target;
    }

    public void add(Bytes content) {
        if (!byLines) {
            target.accept(content);
            return;
        }
        byte[] bytes = content.toArray();
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        begun.write(bytes, 0, end);
        if (end > 0) {
            close();
        }
        begun.write(bytes, end, bytes.length - end);
        if (begun.size() > LONGEST) {
            close();
        }
    }

    /** Shows what has no line end yet. */
    @Override
    public void close() {
        if (begun.size() > 0) {
            target.accept(Bytes.of(begun.toByteArray()));
            begun.reset();
        }
    }
}
