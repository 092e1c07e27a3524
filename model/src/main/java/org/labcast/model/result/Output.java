package org.labcast.model.result;

import org.labcast.model.Bytes;
import org.labcast.model.InvalidValueException;

/**
 * What was captured of one output stream. When it fits, all of it is in {@code head}; else the beginning is in
 * {@code head}, the end in {@code tail} and {@link #omitted} bytes are missing between them.
 *
 * @param total bytes that the command wrote
 * @param kept bytes of them that the host keeps on its disk, from the beginning
 * @param sha256 of the kept bytes, lower-case hexadecimal; empty when nothing was written
 */
public record Output(Bytes head, Bytes tail, long total, long kept, String sha256) {
    public static final Output NONE = new Output(Bytes.EMPTY, Bytes.EMPTY, 0, 0, "");

    public Output {
        if (total < 0 || kept < 0 || kept > total || head.size() + (long) tail.size() > total) {
            throw new InvalidValueException("an output cannot hold more than was written");
        }
    }

    /** A complete, small output. */
    public static Output of(Bytes all) {
        return all.isEmpty() ? NONE : new Output(all, Bytes.EMPTY, all.size(), all.size(), all.sha256());
    }

    public boolean isComplete() {
        return omitted() == 0;
    }

    /** Bytes between head and tail that this value does not hold. */
    public long omitted() {
        return total - head.size() - tail.size();
    }
}
