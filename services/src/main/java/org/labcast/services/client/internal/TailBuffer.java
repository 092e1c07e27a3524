package org.labcast.services.client.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.labcast.model.Bytes;

/** The end of a text that may be of any length; at most 64 KiB. */
public final class TailBuffer {
    private static final int LONGEST = 64 << 10;

    private byte[] content = new byte[0];

    public void add(Bytes more) {
        byte[] added = more.toArray();
        byte[] joined = Arrays.copyOf(content, content.length + added.length);
        System.arraycopy(added, 0, joined, content.length, added.length);
        content = joined.length > LONGEST ? Arrays.copyOfRange(joined, joined.length - LONGEST, joined.length) : joined;
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
