package org.labcast.agent.output;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.labcast.model.Bytes;
import org.labcast.model.result.Output;

/** The beginning and the end of one output stream in memory, all of it up to a limit on disk. One thread writes. */
public final class Capture implements OutputSink {
    private final int headSize;
    private final byte[] ring;
    private final SpoolFile file;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long total;

    /**
     * @param headSize bytes kept from the beginning
     * @param tailSize bytes kept from the end
     */
    public Capture(int headSize, int tailSize, SpoolFile file) {
        this.headSize = headSize;
        this.ring = new byte[tailSize];
        this.file = file;
    }

    @Override
    public void write(byte[] bytes, int count) {
        file.write(bytes, count);
        int toHead = Math.min(count, headSize - head.size());
        head.write(bytes, 0, toHead);
        total += toHead;
        // Of a chunk longer than the ring only the last bytes would survive anyway.
        int from = Math.max(toHead, count - ring.length);
        total += from - toHead;
        while (from < count) {
            int at = (int) ((total - headSize) % ring.length);
            int length = Math.min(count - from, ring.length - at);
            System.arraycopy(bytes, from, ring, at, length);
            from += length;
            total += length;
        }
    }

    /** What was captured so far. */
    public Output output() {
        byte[] tail = tail();
        if (head.size() + (long) tail.length == total) {
            head.writeBytes(tail);
            tail = new byte[0];
        }
        return new Output(Bytes.of(head.toByteArray()), Bytes.of(tail), total, file.kept(), file.sha256());
    }

    private byte[] tail() {
        long beyondHead = total - head.size();
        if (beyondHead <= ring.length) {
            return Arrays.copyOf(ring, (int) beyondHead);
        }
        int oldest = (int) (beyondHead % ring.length);
        byte[] tail = new byte[ring.length];
        System.arraycopy(ring, oldest, tail, 0, ring.length - oldest);
        System.arraycopy(ring, 0, tail, ring.length - oldest, oldest);
        return tail;
    }

    @Override
    public void close() {
        file.close();
    }
}
